import { type MetricSpec, type Unit, metrics } from '@bud-o11y/model';
import type { Behaviour } from './behaviour.ts';

/** A metric by the name that sources use for it. */
export type MetricKey = keyof typeof metrics;

/** The specification of a metric. */
export function specOf(key: MetricKey): MetricSpec {
  return metrics[key].spec;
}

const levels: Readonly<Record<Unit, Behaviour>> = {
  requests: { level: 3 },
  'requests/s': { level: 5 },
  seconds: { level: 0.5 },
  bytes: { level: 4e8 },
  'bytes/s': { level: 1e6 },
  cores: { level: 0.3 },
  ratio: { level: 0.55, swing: 0.1 },
  tokens: { level: 500 },
  'tokens/s': { level: 900 },
  count: { level: 4 },
  celsius: { level: 62 },
  watts: { level: 55 },
  bool: { level: 1, swing: 0 },
  timestamp: { age: 600 },
  'lines/s': { level: 20 },
  'samples/s': { level: 4_000 },
  series: { level: 40_000 },
  percent: { level: 55 },
};

/** Metrics that do not go by their unit when all is well: one line each. */
const special: Partial<Record<MetricKey, Behaviour>> = {
  processCpu: { rate: 0.2 },
  containerLimits: { level: 1, swing: 0 },
  processStart: { since: 5 * 86_400 },
  nodeMemoryTotal: { level: 3.2e10, swing: 0 },
  deploymentGeneration: { level: 12, raised: 4_500 },
  certificateExpiry: { age: -60 * 86_400 },
  inferenceLatency: { rate: 3, median: 0.3 },
  inferenceTokens: { rate: 900 },
  httpRequestDuration: { rate: 2, median: 0.04 },
  vllmFirstToken: { rate: 3, median: 0.12 },
  vllmBetweenTokens: { rate: 300, median: 0.02 },
  vllmPrefixHits: { rate: 2 },
  clusterNodeCount: { level: 4, swing: 0 },
  clusterGpuAvailable: { level: 6, swing: 0 },
  gpuMemoryUsed: { level: 20_000 },
  gpuMemoryFree: { level: 3_000 },
  gpuLastError: { level: 0 },
  gpuRemapFailure: { level: 0 },
  tempoLiveTraces: { level: 800 },
  mimirReceivedSamples: { rate: 2_000 },
  remoteWriteHighest: { age: 5 },
  remoteStorageHighest: { age: 2 },
  mimirRuleFailures: { rate: 0 },
  mimirMissedIterations: { rate: 0 },
  mimirCompactionsFailed: { rate: 0 },
  mimirDiscardedSamples: 'absent',
  lokiRuleFailures: { rate: 0 },
  lokiDiscardedSamples: 'absent',
  tempoDiscardedSpans: 'absent',
  tempoCompactionErrors: { rate: 0 },
  alertmanagerNotificationFailures: { rate: 0 },
  remoteWriteFailed: { rate: 0 },
  collectorExportFailures: 'absent',
  collectorPointFailures: 'absent',
  vllmPreemptions: { rate: 0 },
  containerRestarts: { rate: 0 },
};

const specials: ReadonlyMap<MetricSpec, Behaviour> = new Map(Object.entries(special).map(([key, behaviour]) => [specOf(key as MetricKey), behaviour]));

/** How each series of a metric goes while all is well: by its own line, else by its type and unit. */
export function usual(spec: MetricSpec): Behaviour {
  const own = specials.get(spec);
  if (own !== undefined) return own;
  if (spec.type === 'counter') return { rate: 2 };
  return spec.type === 'histogram' || spec.type === 'summary' ? { rate: 2, median: 0.5 } : levels[spec.unit];
}
