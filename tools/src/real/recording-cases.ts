import { type InputSeries, samples } from '@bud-o11y/alerts';
import { type Duration, type RuleGroupData, durationMs, metrics, promql } from '@bud-o11y/model';
import {
  clusterState, durationBuckets, durationQuantiles, endpointErrors, endpointRequests, errorBudget, errorRate, errorRatio, httpErrors, httpRates, inferenceErrors, latencyBuckets, latencyCount, latencyP99,
  latencyQuantiles, memoryOfNode, podCpu, podCpuOfLimit, podMemory, queueDepth, queueWait, requestRates, serviceErrors, serviceRequests, sloWindows, slowInference, slowRatio, slowRequests, throughput, upRatio,
} from '@bud-o11y/rules';

const { clusterStatus, containerLimits, httpRequestDuration, httpRequests, inferenceLatency, inferenceQueueDepth, inferenceRequests, nodeMemoryTotal, processCpu, processMemory, up } = metrics;

const requests = (status: 'success' | 'error', values: string, endpoint = 'chat') => samples(inferenceRequests({ endpoint, model: 'llama', status }), values);
const bucket = (le: string, values: string) => samples(inferenceLatency.bucket({ endpoint: 'chat', model: 'llama', le }), values);
const http = (status: string, values: string) => samples(httpRequests({ namespace: 'bud', service: 'budapp', status }), values);
const pod = { namespace: 'bud', pod: 'budsim-0', service: 'budsim', node: 'n1', job: 'budsim' };

/** What one recorded series must be, of given samples. */
export interface RecordingCase {
  readonly name: string;
  readonly given: readonly InputSeries[];
  /** A recorded series, or a query over one. */
  readonly series: { readonly text: string };
  /** Label text -> value, at the 20th step. */
  readonly values: Readonly<Record<string, number>>;
  /** How far apart samples and evaluations are; a minute when left out. */
  readonly step?: Duration;
}

/** The moment that a case is about. */
export function momentOf({ step = '1m' }: RecordingCase): Duration {
  return `${20 * (durationMs(step) ?? Number.NaN)}ms`;
}

/** The groups without the recordings that a case gives as they are. */
export function groupsBeside({ given }: RecordingCase, groups: readonly RuleGroupData[]): readonly RuleGroupData[] {
  const names = new Set(given.map(({ series }) => series.split('{')[0]));
  return groups.map((group) => ({ ...group, rules: group.rules.filter(({ record }) => !names.has(record)) }));
}

/** Of every indicator with windows: requests of which one in four is bad, at a rate, and where its rates and ratios are. */
const indicators = [
  { ratios: inferenceErrors.ratios, bad: endpointErrors({ endpoint: 'chat' }), total: endpointRequests({ endpoint: 'chat' }), given: (good: string, bad: string) => [requests('success', good), requests('error', bad)], labels: '{endpoint="chat"}' },
  { ratios: slowInference.ratios, bad: slowRequests({ endpoint: 'chat' }), total: latencyCount({ endpoint: 'chat' }), given: (good: string, _bad: string, all: string) => [bucket('5.0', good), bucket('+Inf', all)], labels: '{endpoint="chat"}' },
  { ratios: httpErrors.ratios, bad: serviceErrors({ namespace: 'bud', service: 'budapp' }), total: serviceRequests({ namespace: 'bud', service: 'budapp' }), given: (good: string, bad: string) => [http('200', good), http('500', bad)], labels: '{namespace="bud", service="budapp"}' },
];

/** A ratio is one however little traffic there is, and there is none where there is no traffic. */
const windowCases = indicators.flatMap(({ ratios, given, labels }) => (['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'] as const).flatMap((window): readonly RecordingCase[] => [
  { name: `one request in four is bad, of very few, over ${window}`, given: given('0+0.3x30', '0+0.1x30', '0+0.4x30'), series: ratios[window], values: { [labels]: 0.25 } },
  { name: `without requests there is no ratio over ${window}`, given: given('9x30', '3x30', '12x30'), series: ratios[window], values: {} },
]));

/** What is older than a window does not count in it: ten steps make a window, and all that was bad is older. */
const oldCases = indicators.flatMap(({ ratios, bad, total, labels }) => sloWindows.map((window): RecordingCase => ({
  name: `what failed before the last ${window} is not in the ratio over it`,
  step: `${(durationMs(window) ?? Number.NaN) / 10}ms`,
  given: [samples(bad, '2x9 0.5x20'), samples(total, '2x30')],
  series: ratios[window],
  values: { [labels]: 0.25 },
})));

/** What is recorded from what. Every case says one thing about one recording. */
export const recordingCases: readonly RecordingCase[] = [
  { name: 'an endpoint without errors has an error rate of 0', given: [requests('success', '0+60x30')], series: errorRate, values: { '{endpoint="chat"}': 0 } },
  { name: 'errors of all models and replicas count', given: [requests('success', '0+45x30'), requests('error', '0+15x30')], series: errorRate, values: { '{endpoint="chat"}': 0.25 } },
  { name: 'an idle endpoint has no error ratio, neither 0 nor NaN', given: [requests('success', '9x30')], series: errorRatio, values: {} },
  { name: 'an idle endpoint has 0 errors', given: [requests('success', '9x30')], series: endpointErrors, values: { '{endpoint="chat"}': 0 } },
  { name: 'a counter that starts anew is no loss of traffic', given: [requests('success', '0+60x16 0+60x14')], series: throughput, values: { '{endpoint="chat"}': 0.75 } },
  { name: 'a few errors in a quiet time weigh little against a busy one before', given: [requests('success', '0+6000x10 60000x20'), requests('error', '0x10 0+60x20')], series: promql`${inferenceErrors.ratios['1h']} < bool 0.05`, values: { '{endpoint="chat"}': 1 } },
  { name: 'the quantile comes from the buckets', given: [bucket('4.0', '0x30'), bucket('5.0', '0+60x30'), bucket('+Inf', '0+60x30')], series: latencyP99, values: { '{endpoint="chat"}': 4.99 } },
  { name: 'slower than 5 s is what the bucket of 5 leaves over', given: [bucket('5.0', '0+45x30'), bucket('+Inf', '0+60x30')], series: slowRatio, values: { '{endpoint="chat"}': 0.25 } },
  { name: 'a spent budget is below 0', given: [requests('success', '0+59.4x30'), requests('error', '0+0.6x30')], series: errorBudget, values: { '{endpoint="chat", slo="inference-availability"}': -1 } },
  { name: 'queues add up over replicas', given: [samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'a' }), '80x30'), samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'b' }), '40x30')], series: queueDepth, values: { '{endpoint="chat"}': 120 } },
  { name: 'the wait is the queue over the throughput', given: [samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'a' }), '30x30'), requests('success', '0+60x30')], series: queueWait, values: { '{endpoint="chat"}': 30 } },
  { name: 'an endpoint that takes nothing from its queue has no wait, neither 0 nor infinite', given: [samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'a' }), '30x30'), requests('success', '9x30')], series: queueWait, values: {} },
  { name: 'a service without 5xx has 0 of them', given: [samples(httpRequests({ namespace: 'bud', service: 'budapp', status: '200' }), '0+60x30')], series: serviceErrors, values: { '{namespace="bud", service="budapp"}': 0 } },
  { name: 'quantiles of a service are over its pods', given: [samples(httpRequestDuration.bucket({ namespace: 'bud', service: 'budapp', le: '0.1' }), '0+60x30'), samples(httpRequestDuration.bucket({ namespace: 'bud', service: 'budapp', le: '+Inf' }), '0+60x30')], series: durationQuantiles, values: { '{namespace="bud", quantile="0.5", service="budapp"}': 0.05, '{namespace="bud", quantile="0.99", service="budapp"}': 0.099 } },
  { name: 'one of two targets up is a half', given: [samples(up({ job: 'budapp', instance: 'a' }), '1x30'), samples(up({ job: 'budapp', instance: 'b' }), '0x30'), samples(up({ job: 'node-exporter' }), '1x30')], series: upRatio, values: { '{job="budapp"}': 0.5 } },
  { name: 'CPU is a share of the limit of the service\'s container', given: [samples(processCpu(pod), '0+60x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'daprd', resource: 'cpu' }), '1x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'budsim', resource: 'cpu' }), '2x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'budsim', resource: 'memory' }), '1000x30')], series: podCpuOfLimit, values: { '{namespace="bud", node="n1", pod="budsim-0", service="budsim"}': 0.5 } },
  { name: 'memory is a share of the node, whatever job and instance are', given: [samples(processMemory({ ...pod, instance: 'budsim-0:9090' }), '300x30'), samples(nodeMemoryTotal({ job: 'node-exporter', instance: 'n1:9100', node: 'n1' }), '1000x30'), samples(nodeMemoryTotal({ job: 'node-exporter', instance: 'n2:9100', node: 'n2' }), '2000x30')], series: memoryOfNode, values: { '{node="n1", service="budsim"}': 0.3 } },
  { name: 'one reporter that sees a cluster as not ready is enough', given: [samples(clusterStatus({ cluster: 'a', instance: 'x' }), '1x30'), samples(clusterStatus({ cluster: 'a', instance: 'y' }), '0x30')], series: clusterState, values: { '{cluster="a"}': 0 } },
  ...windowCases,
  ...oldCases,
  { name: 'request rates keep the model', given: [requests('success', '0+60x30'), samples(inferenceRequests({ endpoint: 'chat', model: 'bge', status: 'success' }), '0+30x30')], series: requestRates, values: { '{endpoint="chat", model="llama", status="success"}': 1, '{endpoint="chat", model="bge", status="success"}': 0.5 } },
  { name: 'latency buckets are rates and keep the model', given: [bucket('5.0', '0+60x30'), samples(inferenceLatency.bucket({ endpoint: 'chat', model: 'bge', le: '5.0' }), '0+30x30')], series: latencyBuckets, values: { '{endpoint="chat", model="llama", le="5.0"}': 1, '{endpoint="chat", model="bge", le="5.0"}': 0.5 } },
  { name: 'each quantile is recorded, per endpoint', given: [bucket('4.0', '0x30'), bucket('5.0', '0+60x30'), bucket('+Inf', '0+60x30')], series: latencyQuantiles, values: { '{endpoint="chat", quantile="0.99"}': 4.99, '{endpoint="chat", quantile="0.95"}': 4.95, '{endpoint="chat", quantile="0.5"}': 4.5 } },
  { name: 'HTTP requests are rates by status', given: [samples(httpRequests({ namespace: 'bud', service: 'budapp', status: '200' }), '0+60x30'), samples(httpRequests({ namespace: 'bud', service: 'budapp', status: '503' }), '0+30x30')], series: httpRates, values: { '{namespace="bud", service="budapp", status="200"}': 1, '{namespace="bud", service="budapp", status="503"}': 0.5 } },
  { name: 'HTTP latency buckets are rates', given: [samples(httpRequestDuration.bucket({ namespace: 'bud', service: 'budapp', le: '0.1' }), '0+30x30')], series: durationBuckets, values: { '{namespace="bud", service="budapp", le="0.1"}': 0.5 } },
  { name: 'memory of a pod is of one pod of one namespace, and of our own programs', given: [samples(processMemory({ ...pod, instance: 'budsim-0:9090' }), '300x30'), samples(processMemory({ ...pod, namespace: 'test' }), '200x30'), samples(processMemory({ ...pod, pod: 'budsim-1' }), '100x30'), samples(processMemory({ ...pod, job: 'node-exporter' }), '50x30')], series: podMemory, values: { '{namespace="bud", node="n1", pod="budsim-0", service="budsim"}': 300, '{namespace="test", node="n1", pod="budsim-0", service="budsim"}': 200, '{namespace="bud", node="n1", pod="budsim-1", service="budsim"}': 100 } },
  { name: 'CPU of a pod is of our own programs', given: [samples(processCpu(pod), '0+60x30'), samples(processCpu({ ...pod, job: 'node-exporter' }), '0+60x30')], series: podCpu, values: { '{namespace="bud", node="n1", pod="budsim-0", service="budsim"}': 1 } },
  { name: 'a limit of half a core is a limit', given: [samples(processCpu(pod), '0+15x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'budsim', resource: 'cpu' }), '0.5x30')], series: podCpuOfLimit, values: { '{namespace="bud", node="n1", pod="budsim-0", service="budsim"}': 0.5 } },
  { name: 'a limit of 0 is none', given: [samples(processCpu(pod), '0+15x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'budsim', resource: 'cpu' }), '0x30')], series: podCpuOfLimit, values: {} },
];
