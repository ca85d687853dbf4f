/** A chart at one exact version. `appVersion` is what the chart ships; the image tag is always the environment's. */
export interface ChartPin {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
  readonly appVersion: string;
}

const grafana = 'https://grafana.github.io/helm-charts';
const grafanaCommunity = 'https://grafana-community.github.io/helm-charts';
const prometheusCommunity = 'https://prometheus-community.github.io/helm-charts';
const openTelemetry = 'https://open-telemetry.github.io/opentelemetry-helm-charts';

/** Every chart that is used, at the one version that is used: the only place where a chart version stands. */
export const chartPins = {
  alertmanager: { name: 'alertmanager', version: '1.42.0', repository: prometheusCommunity, appVersion: '0.34.0' },
  alloy: { name: 'alloy', version: '1.11.1', repository: grafana, appVersion: '1.18.1' },
  grafana: { name: 'grafana', version: '12.11.1', repository: grafanaCommunity, appVersion: '13.2.0' },
  loki: { name: 'loki', version: '18.11.0', repository: grafanaCommunity, appVersion: '3.7.6' },
  mimir: { name: 'mimir-distributed', version: '6.2.0', repository: grafana, appVersion: '3.2.0' },
  minio: { name: 'minio', version: '5.4.0', repository: 'https://charts.min.io', appVersion: 'RELEASE.2024-12-18T13-15-44Z' },
  otelCollector: { name: 'opentelemetry-collector', version: '0.170.0', repository: openTelemetry, appVersion: '0.158.0' },
  postgresExporter: { name: 'prometheus-postgres-exporter', version: '8.2.0', repository: prometheusCommunity, appVersion: '0.20.1' },
  prometheus: { name: 'kube-prometheus-stack', version: '88.5.3', repository: prometheusCommunity, appVersion: '0.93.1' },
  tempo: { name: 'tempo-distributed', version: '3.3.0', repository: grafanaCommunity, appVersion: '3.0.3' },
} as const satisfies Readonly<Record<string, ChartPin>>;
