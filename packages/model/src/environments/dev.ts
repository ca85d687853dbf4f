import { environment } from '../environment.ts';

/** Shared development cluster: small, short retention, nobody is paged. */
export const dev = environment({
  name: 'dev',
  description: 'Shared development cluster: small, short retention, nobody is paged.',
  target: { kind: 'kubernetes', kubeVersion: '1.34.0', apiVersions: ['monitoring.coreos.com/v1'] },
  ownsClusterScope: true,
  k8sCluster: 'bud-dev',
  release: 'bud-dev',
  namespaces: { observability: 'observability-dev', apps: ['bud-dev'] },
  domain: 'dev.bud.example',
  grafanaUrl: 'https://grafana.dev.bud.example',
  runbookBaseUrl: 'https://runbooks.bud.example',
  sourceUrl: 'https://git.bud.example/bud-observability/blob/main',
  urls: {
    mimir: 'http://mimir-gateway.observability-dev.svc', loki: 'http://loki-gateway.observability-dev.svc', tempo: 'http://tempo-query-frontend.observability-dev.svc:3200',
    alertmanager: 'http://alertmanager.observability-dev.svc:9093', prometheus: 'http://prometheus-operated.observability-dev.svc:9090',
    otlpGrpc: 'otel-gateway.observability-dev.svc:4317',
  },
  components: {
    mimir: '3.2.0', loki: '3.7.6', tempo: '3.0.3', grafana: '13.2.0', prometheus: '3.16.0',
    alertmanager: '0.34.2', otelCollector: '0.158.0', alloy: '1.18.1',
  },
  profile: 'dev',
  load: { series: 50_000, samplesPerSecond: 3_500, logGigabytesPerDay: 5, spansPerSecond: 100 },
  replicationFactor: 1,
  objectStore: {
    endpoint: 'minio.observability-dev.svc:9000', region: 'us-east-1', insecure: true, chart: true,
    buckets: { mimir: 'bud-mimir', loki: 'bud-loki', tempo: 'bud-tempo', logArchive: 'bud-loki-archive' },
    credentialsSecret: 'object-store-credentials', storage: '50Gi',
  },
  kafka: { address: 'kafka.bud-dev.svc:9092', partitions: 1 },
  retention: { metricsHot: '2d', metrics: '30d', logs: '7d', debugLogs: '1d', traces: '24h' },
  sampling: { traces: 1, slowTrace: '2s', debugLogs: 1, logLinesPerSecond: 500 },
  tenancy: 'single',
  limits: {
    mimir: { maxGlobalSeriesPerUser: 500_000, ingestionRate: 200_000, ingestionBurstSize: 300_000, rulesPerGroup: 20, groupsPerTenant: 70 },
    loki: { maxQuerySeries: 5_000 },
    tempo: { maxTracesPerUser: 50_000 },
  },
  scrapeInterval: '15s',
  receivers: {
    email: { to: 'ops@bud.example', from: 'alerts@bud.example', smarthost: 'smtp.bud.example:587', username: 'alerts' },
    slack: { warning: '#alerts-dev', info: '#alerts-dev-info', security: '#security-alerts-dev' },
    paging: false,
    secretsDirectory: '/etc/alertmanager/secrets',
    secret: 'alertmanager-receivers',
    businessHours: { start: '09:00', end: '17:00', timeZone: 'UTC' },
  },
  oidc: { issuer: 'https://auth.dev.bud.example/realms/bud', clientId: 'grafana', clientSecret: 'grafana-oidc' },
  packs: ['vllm', 'dcgm'],
});
