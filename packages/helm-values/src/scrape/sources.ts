import { type MetricSpec, metrics, services } from '@bud-o11y/model';
import { inferenceSource } from '../config/otel-inference.ts';
import { secretNames } from '../secrets.ts';
import { endpointPodLabel } from './renames.ts';

/** How the series of a metric come into being, and what the platform must do for it. */
export interface MetricOrigin {
  /** The scrape job, `*` for every job, the collector's pipeline, or the rulers, which write what they evaluate. */
  readonly from: { readonly job: string } | { readonly pipeline: string } | 'rulers';
  /** What must be switched on outside of this repository; absent where what is applied here suffices. */
  readonly needs?: string;
}

type Rule = readonly [names: readonly string[] | RegExp, origin: MetricOrigin];

const names = (...specs: readonly { readonly spec: MetricSpec }[]): readonly string[] => specs.map(({ spec }) => spec.name);
const engine = `model pods with the label \`app: <release>-${services.inference.name}\`, and in them vLLM, which serves /metrics at port ${services.inference.ports.metrics}`;

/** In this order: the first that knows a name counts. */
const rules: readonly Rule[] = [
  [inferenceSource.metrics, {
    from: { pipeline: 'metrics/inference' },
    needs: `\`${inferenceSource.service}\` sends its spans by OTLP to the gateway collector, all of them (\`OTEL_TRACES_SAMPLER=parentbased_always_on\`), and no metric of this name itself`,
  }],
  [names(metrics.inferenceTokens), { from: { job: services.inference.name }, needs: engine }],
  [names(metrics.inferenceQueueDepth), { from: { job: `${services.inference.name}-sidecar` }, needs: `model pods with the label \`app: <release>-${services.inference.name}\`, the runtime sidecar at port 9090, and the label \`${endpointPodLabel}\` with the endpoint's id` }],
  [/^cluster_/, { from: { job: services.budcluster.name }, needs: '`budcluster` serves these gauges at its metrics port; today it pushes others, by OTLP and under other names' }],
  [/^http_/, { from: { job: '*' }, needs: 'each service serves the document\'s HTTP metrics at its metrics port; today `budgateway` serves summaries under other names, and the Python services none (their Dapr sidecars serve `dapr_http_server_*`)' }],
  [/^process_/, { from: { job: '*' }, needs: 'a Prometheus client library in each service; where the Dapr sidecar answers at the metrics port, the figures are the sidecar\'s' }],
  [['up'], { from: { job: '*' } }],
  [names(metrics.firingAlerts), { from: 'rulers' }],
  [/^pg_/, { from: { job: services.postgresql.name }, needs: `the Secret \`${secretNames.postgresExporter}\` with a connection string` }],
  [/^node_/, { from: { job: 'node-exporter' } }],
  [/^kube_/, { from: { job: 'kube-state-metrics' } }],
  [/^certmanager_/, { from: { job: 'cert-manager' }, needs: 'cert-manager in the cluster' }],
  [/^DCGM_/, { from: { job: 'dcgm-exporter' }, needs: 'DCGM exporter on the GPU nodes, with the profiling counters switched on, and the pack `dcgm` in the environment' }],
  [/^vllm:/, { from: { job: services.inference.name }, needs: `${engine}; the pack \`vllm\` in the environment` }],
  [/^cortex_/, { from: { job: services.mimir.name } }],
  [/^loki_/, { from: { job: services.loki.name } }],
  [/^tempo(db)?_/, { from: { job: services.tempo.name } }],
  [/^alertmanager_/, { from: { job: services.alertmanager.name } }],
  [/^prometheus_/, { from: { job: services.prometheus.name } }],
  [/^otelcol_/, { from: { job: services['otel-collector'].name } }],
];

/** Where a metric of the catalog comes from; undefined for one that nothing here brings in. */
export function originOf(metric: string): MetricOrigin | undefined {
  return rules.find(([known]) => (known instanceof RegExp ? known.test(metric) : known.includes(metric)))?.[1];
}
