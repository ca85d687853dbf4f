import { environment } from '../environment.ts';

/** Like production in shape and retention, smaller; Slack only. */
export const staging = environment({
  name: 'staging',
  description: 'Like production in shape and retention, smaller; Slack only.',
  target: { kind: 'kubernetes', kubeVersion: '1.34.0', apiVersions: ['monitoring.coreos.com/v1'] },
  ownsClusterScope: false,
  k8sCluster: 'bud-staging',
  release: 'bud-staging',
  namespaces: { observability: 'observability-staging', apps: ['bud-staging'] },
  domain: 'staging.bud.example',
  grafanaUrl: 'https://grafana.staging.bud.example',
  runbookBaseUrl: 'https://runbooks.bud.example',
  sourceUrl: 'https://git.bud.example/bud-observability/blob/main',
  urls: {
    mimir: 'http://mimir-gateway.observability-staging.svc', loki: 'http://loki-gateway.observability-staging.svc', tempo: 'http://tempo-query-frontend.observability-staging.svc:3200',
    alertmanager: 'http://alertmanager.observability-staging.svc:9093', prometheus: 'http://prometheus-operated.observability-staging.svc:9090',
    otlpGrpc: 'otel-gateway.observability-staging.svc:4317',
  },
  components: {
    mimir: '3.2.0', loki: '3.7.6', tempo: '3.0.3', grafana: '13.2.0', prometheus: '3.16.0',
    alertmanager: '0.34.2', otelCollector: '0.158.0', alloy: '1.18.1',
  },
  profile: 'staging',
  load: { series: 150_000, samplesPerSecond: 10_000, logGigabytesPerDay: 20, spansPerSecond: 500 },
  replicationFactor: 3,
  objectStore: {
    endpoint: 's3.staging.bud.example', region: 'us-east-1', insecure: false, chart: false,
    buckets: { mimir: 'bud-mimir', loki: 'bud-loki', tempo: 'bud-tempo', logArchive: 'bud-loki-archive' },
    credentialsSecret: 'object-store-credentials',
  },
  kafka: { address: 'kafka.bud-staging.svc:9092', partitions: 3 },
  retention: { metricsHot: '14d', metrics: '90d', logs: '30d', debugLogs: '7d', logArchive: '1y', traces: '7d' },
  sampling: { traces: 0.5, slowTrace: '2s', debugLogs: 0.5, logLinesPerSecond: 500 },
  tenancy: 'single',
  limits: {
    mimir: { maxGlobalSeriesPerUser: 500_000, ingestionRate: 200_000, ingestionBurstSize: 300_000, rulesPerGroup: 20, groupsPerTenant: 70 },
    loki: { maxQuerySeries: 5_000 },
    tempo: { maxTracesPerUser: 50_000 },
  },
  scrapeInterval: '15s',
  receivers: {
    email: { to: 'ops@bud.example', from: 'alerts@bud.example', smarthost: 'smtp.bud.example:587', username: 'alerts' },
    slack: { warning: '#alerts-staging', info: '#alerts-staging-info', security: '#security-alerts-staging' },
    paging: false,
    secretsDirectory: '/etc/alertmanager/secrets',
    secret: 'alertmanager-receivers',
    businessHours: { start: '09:00', end: '17:00', timeZone: 'UTC' },
  },
  oidc: { issuer: 'https://auth.staging.bud.example/realms/bud', clientId: 'grafana', clientSecret: 'grafana-oidc' },
  packs: ['vllm', 'dcgm'],
});
