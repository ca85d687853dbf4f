import { environment } from '../environment.ts';

/** Programs started by hand on this machine; the embedded default target. */
export const local = environment({
  name: 'local',
  description: 'One machine: every program reads the files of the directory target as they lie.',
  target: { kind: 'directory', path: '.bud-o11y/local' },
  ownsClusterScope: false,
  k8sCluster: 'local',
  release: 'bud',
  namespaces: { observability: 'observability', apps: ['bud'] },
  domain: 'localhost',
  grafanaUrl: 'http://localhost:3000',
  runbookBaseUrl: 'http://localhost:3000/runbooks',
  sourceUrl: 'http://localhost:3000/source',
  urls: {
    mimir: 'http://127.0.0.1:9009', loki: 'http://127.0.0.1:3100', tempo: 'http://127.0.0.1:3200',
    alertmanager: 'http://127.0.0.1:9093', prometheus: 'http://127.0.0.1:9090', otlpGrpc: '127.0.0.1:4317',
  },
  components: {
    mimir: '3.2.0', loki: '3.7.6', tempo: '3.0.3', grafana: '13.2.0', prometheus: '3.16.0',
    alertmanager: '0.34.2', otelCollector: '0.158.0', alloy: '1.18.1',
  },
  profile: 'local',
  load: { series: 20_000, samplesPerSecond: 1_500, logGigabytesPerDay: 1, spansPerSecond: 20 },
  replicationFactor: 1,
  objectStore: {
    endpoint: '127.0.0.1:9000', region: 'us-east-1', insecure: true, chart: false,
    buckets: { mimir: 'bud-mimir', loki: 'bud-loki', tempo: 'bud-tempo', logArchive: 'bud-loki-archive' },
    credentialsSecret: 'object-store-credentials',
  },
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
    email: { to: 'ops@localhost.localdomain', from: 'alerts@localhost.localdomain', smarthost: '127.0.0.1:2525', username: 'alerts' },
    slack: { warning: '#alerts', info: '#alerts-info', security: '#security-alerts' },
    paging: false,
    secretsDirectory: 'alertmanager/secrets',
    secret: 'alertmanager-receivers',
    businessHours: { start: '09:00', end: '17:00', timeZone: 'UTC' },
  },
  packs: [],
});
