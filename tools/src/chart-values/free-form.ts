import type { Path } from './paths.ts';

/** A place in a chart's values below which its defaults say nothing; `*` is any one key. */
export interface FreeForm {
  readonly path: Path;
  readonly reason: string;
}

const container = 'requests and limits go into the container as they stand';
const program = "the program's own configuration: its keys are typed in packages/helm-values/src/schemas, and the program refuses others";
const selector = 'a label selector of Kubernetes';
const commented = 'the template reads it; the default values have it as a comment';

/** By chart: everything that is set here and has no default. An entry that nothing uses any more fails the test. */
export const freeForm: Readonly<Record<string, readonly FreeForm[]>> = {
  alertmanager: [
    { path: ['extraArgs', '*'], reason: 'flags of Alertmanager by name' },
    { path: ['configmapReload', 'extraArgs', '*'], reason: 'flags of the reloader by name' },
    { path: ['resources', '*'], reason: container },
    { path: ['podDisruptionBudget', 'maxUnavailable'], reason: commented },
  ],
  alloy: [{ path: ['alloy', 'resources', '*'], reason: container }],
  grafana: [
    { path: ['fullnameOverride'], reason: 'the template of names reads it' },
    { path: ['resources', '*'], reason: container },
    { path: ['grafana.ini', '*'], reason: "Grafana's own sections and keys, typed in packages/helm-values/src/schemas" },
    { path: ['podDisruptionBudget', 'maxUnavailable'], reason: commented },
  ],
  loki: [
    { path: ['loki', 'schemaConfig', 'configs'], reason: "Loki's own schema periods; the chart has none, and refuses to render without them" },
    { path: ['loki', 'storage', 'bucketNames'], reason: commented },
    { path: ['loki', 'structuredConfig', '*'], reason: program },
    ...['singleBinary', 'gateway'].map((part) => ({ path: [part, 'resources', '*'], reason: container })),
  ],
  'mimir-distributed': [
    { path: ['image', 'tag'], reason: commented },
    { path: ['mimir', 'structuredConfig', '*'], reason: program },
    { path: ['*', 'resources', 'limits'], reason: container },
    { path: ['gateway', 'resources', 'requests'], reason: container },
  ],
  minio: [
    { path: ['resources', 'requests', 'cpu'], reason: container },
    { path: ['resources', 'limits'], reason: container },
  ],
  'opentelemetry-collector': [
    { path: ['resources', '*'], reason: container },
    { path: ['alternateConfig', '*'], reason: "the collector's own configuration, which its `validate` knows" },
    { path: ['service', 'clusterIP'], reason: commented },
    { path: ['podDisruptionBudget', 'maxUnavailable'], reason: commented },
  ],
  'prometheus-postgres-exporter': [
    { path: ['fullnameOverride'], reason: 'the template of names reads it' },
    { path: ['nameOverride'], reason: 'the template of names reads it' },
    { path: ['config', 'datasourceSecret', '*'], reason: commented },
    { path: ['resources', '*'], reason: container },
  ],
  'kube-prometheus-stack': [
    { path: ['prometheus', 'prometheusSpec', 'externalLabels', '*'], reason: 'labels of our own' },
    ...['ruleSelector', 'ruleNamespaceSelector', 'serviceMonitorNamespaceSelector', 'podMonitorNamespaceSelector', 'probeNamespaceSelector', 'scrapeConfigNamespaceSelector'].map((name) => ({ path: ['prometheus', 'prometheusSpec', name, 'matchLabels'], reason: selector })),
    { path: ['prometheus', 'prometheusSpec', 'storageSpec', 'volumeClaimTemplate'], reason: 'a claim of Kubernetes' },
    { path: ['prometheus', 'prometheusSpec', 'resources', '*'], reason: container },
    ...['prometheusOperator', 'prometheus-node-exporter', 'kube-state-metrics'].map((part) => ({ path: [part, 'resources', '*'], reason: container })),
  ],
  'tempo-distributed': [
    { path: ['tempo', 'structuredConfig', '*'], reason: program },
    { path: ['storage', 'trace', 's3'], reason: program },
    { path: ['overrides', 'defaults', '*'], reason: program },
    ...['distributor', 'liveStore', 'blockBuilder', 'querier', 'queryFrontend', 'backendScheduler', 'backendWorker'].map((part) => ({ path: [part, 'resources', '*'], reason: container })),
  ],
};

/** The entry that a path is below of, or at. */
export function freeFormOf(chart: string, path: Path): FreeForm | undefined {
  return freeForm[chart]?.find((entry) => entry.path.length <= path.length && entry.path.every((key, index) => key === '*' || key === path[index]));
}
