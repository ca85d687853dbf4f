import type { TeamName } from './teams.ts';

/** One service. Name = scrape job = metric label `service` = Loki `app` = OpenTelemetry `service.name`: all drill-downs rest on it. */
export interface Service {
  readonly name: string;
  readonly language: 'Python' | 'Rust' | 'TypeScript' | 'external';
  readonly team: TeamName;
  /** How soon it must be back: within 4 hours, 8 hours or a day (platform facts 3.2). Who is woken is the alert's severity to say. */
  readonly tier: 1 | 2 | 3;
  /** Port of the program's own interface, and where metrics are served. */
  readonly ports: { readonly main: number; readonly metrics: number };
  /** Names of services without which this one fails (platform facts 3.2). */
  readonly needs: readonly string[];
  /** Names of services without which this one is degraded. */
  readonly uses: readonly string[];
  /** Whether alerts on absence and the service dashboards count it: it exposes metrics under the document's contract. */
  readonly instrumented: boolean;
  readonly provenance: 'document' | 'real';
}

function service<const Name extends string>(name: Name, rest: Omit<Service, 'name'>): Service & { readonly name: Name } {
  return { name, ...rest };
}

const daprMetrics = 9090;

/** The services of the platform: the four of the document's diagram (2) and those of the real deployment (platform facts 5.1). */
export const services = {
  budapp: service('budapp', { language: 'Python', team: 'platform', tier: 1, ports: { main: 9082, metrics: daprMetrics }, needs: ['postgresql', 'keycloak'], uses: ['valkey', 'budcluster', 'budsim', 'budmodel', 'budmetrics'], instrumented: true, provenance: 'document' }),
  budcluster: service('budcluster', { language: 'Python', team: 'clusters', tier: 2, ports: { main: 3003, metrics: daprMetrics }, needs: ['postgresql', 'valkey'], uses: ['kafka'], instrumented: true, provenance: 'document' }),
  budsim: service('budsim', { language: 'Python', team: 'inference', tier: 3, ports: { main: 3002, metrics: daprMetrics }, needs: ['postgresql', 'valkey'], uses: [], instrumented: true, provenance: 'document' }),
  budgateway: service('budgateway', { language: 'Rust', team: 'inference', tier: 1, ports: { main: 3000, metrics: 3000 }, needs: [], uses: ['valkey', 'kafka', 'clickhouse'], instrumented: true, provenance: 'document' }),
  budmodel: service('budmodel', { language: 'Python', team: 'inference', tier: 3, ports: { main: 3004, metrics: daprMetrics }, needs: ['postgresql', 'valkey'], uses: [], instrumented: false, provenance: 'real' }),
  budmetrics: service('budmetrics', { language: 'Python', team: 'observability', tier: 3, ports: { main: 3005, metrics: daprMetrics }, needs: ['clickhouse', 'valkey'], uses: ['kafka'], instrumented: false, provenance: 'real' }),
  budpipeline: service('budpipeline', { language: 'Python', team: 'platform', tier: 2, ports: { main: 8010, metrics: 8010 }, needs: ['postgresql', 'valkey'], uses: ['kafka'], instrumented: false, provenance: 'real' }),
  budprompt: service('budprompt', { language: 'Python', team: 'inference', tier: 2, ports: { main: 3015, metrics: daprMetrics }, needs: ['postgresql', 'budgateway'], uses: ['valkey'], instrumented: false, provenance: 'real' }),
  budnotify: service('budnotify', { language: 'Python', team: 'platform', tier: 3, ports: { main: 3000, metrics: daprMetrics }, needs: ['mongodb'], uses: ['keycloak'], instrumented: false, provenance: 'real' }),
  inference: service('inference', { language: 'Python', team: 'inference', tier: 1, ports: { main: 8000, metrics: 8000 }, needs: [], uses: [], instrumented: false, provenance: 'document' }),
  postgresql: service('postgresql', { language: 'external', team: 'platform', tier: 1, ports: { main: 5432, metrics: 9187 }, needs: [], uses: [], instrumented: false, provenance: 'document' }),
  keycloak: service('keycloak', { language: 'external', team: 'security', tier: 1, ports: { main: 8080, metrics: 9000 }, needs: ['postgresql'], uses: [], instrumented: false, provenance: 'document' }),
  valkey: service('valkey', { language: 'external', team: 'platform', tier: 2, ports: { main: 6379, metrics: 9121 }, needs: [], uses: [], instrumented: false, provenance: 'real' }),
  kafka: service('kafka', { language: 'external', team: 'platform', tier: 2, ports: { main: 9092, metrics: 9308 }, needs: [], uses: [], instrumented: false, provenance: 'real' }),
  clickhouse: service('clickhouse', { language: 'external', team: 'platform', tier: 3, ports: { main: 9000, metrics: 9363 }, needs: [], uses: [], instrumented: false, provenance: 'real' }),
  mongodb: service('mongodb', { language: 'external', team: 'platform', tier: 3, ports: { main: 27017, metrics: 9216 }, needs: [], uses: [], instrumented: false, provenance: 'real' }),
  mimir: service('mimir', { language: 'external', team: 'observability', tier: 1, ports: { main: 8080, metrics: 8080 }, needs: [], uses: [], instrumented: false, provenance: 'document' }),
  loki: service('loki', { language: 'external', team: 'observability', tier: 1, ports: { main: 3100, metrics: 3100 }, needs: [], uses: [], instrumented: false, provenance: 'document' }),
  tempo: service('tempo', { language: 'external', team: 'observability', tier: 2, ports: { main: 3200, metrics: 3200 }, needs: [], uses: ['kafka'], instrumented: false, provenance: 'document' }),
  grafana: service('grafana', { language: 'external', team: 'observability', tier: 2, ports: { main: 3000, metrics: 3000 }, needs: [], uses: ['keycloak'], instrumented: false, provenance: 'document' }),
  prometheus: service('prometheus', { language: 'external', team: 'observability', tier: 1, ports: { main: 9090, metrics: 9090 }, needs: [], uses: ['mimir'], instrumented: false, provenance: 'document' }),
  alertmanager: service('alertmanager', { language: 'external', team: 'observability', tier: 1, ports: { main: 9093, metrics: 9093 }, needs: [], uses: [], instrumented: false, provenance: 'document' }),
  'otel-collector': service('otel-collector', { language: 'external', team: 'observability', tier: 2, ports: { main: 4317, metrics: 8888 }, needs: [], uses: ['tempo'], instrumented: false, provenance: 'document' }),
  alloy: service('alloy', { language: 'external', team: 'observability', tier: 2, ports: { main: 12345, metrics: 12345 }, needs: [], uses: ['loki', 'mimir'], instrumented: false, provenance: 'document' }),
} as const;

export type ServiceName = keyof typeof services;

/** The services whose disappearance is alerted on, in catalog order. */
export const instrumentedServices: readonly Service[] = Object.values(services).filter((entry) => entry.instrumented);

/** RE2 that matches the scrape jobs of the platform's own services (document 6.2). */
export const ownJobs = 'bud.*';
