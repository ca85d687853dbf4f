/** Names of Kubernetes objects and mounted files that more than one project refers to (decisions 18). */
export const objectNames = {
  /** ConfigMap with `alertmanager.yaml`, mounted into the Alertmanager release (decisions 6). */
  alertmanagerConfig: 'bud-alertmanager-config',
  /** ConfigMap with the provisioned data sources. */
  grafanaDatasources: 'bud-grafana-datasources',
  /** Prefix of the ConfigMap of one dashboard. */
  dashboardPrefix: 'bud-dashboard-',
} as const;

/** Labels and annotations by which sidecars, rulers and the operator find our objects (decisions 8 and 9). */
export const markers = {
  ruler: 'bud.ai/ruler',
  environment: 'bud.ai/environment',
  dashboardLabel: 'grafana_dashboard',
  datasourceLabel: 'grafana_datasource',
  folderAnnotation: 'grafana_folder',
} as const;

/** Helm release names; also the file names of rendered/helm-values/<env>/. */
export const releases = {
  objectStore: 'minio', mimir: 'mimir', loki: 'loki', tempo: 'tempo', grafana: 'grafana', prometheus: 'prometheus',
  alertmanager: 'alertmanager', otelGateway: 'otel-gateway', otelSampler: 'otel-sampler', alloy: 'alloy', postgresExporter: 'postgres-exporter',
} as const;
