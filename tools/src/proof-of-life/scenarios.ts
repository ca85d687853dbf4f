import type { Scenario } from './scenario.ts';

/** Nothing is wrong: no panel may be orange or red. */
export const healthy: Scenario = { name: 'healthy', effects: [], crosses: {} };

const errorBurst: Scenario = {
  name: 'error burst',
  effects: [
    { metric: 'inferenceRequests', where: { endpoint: 'chat', status: 'error' }, becomes: { rate: 4 } },
    { metric: 'httpRequests', where: { service: 'budgateway', status: '500' }, becomes: { rate: 0.5 } },
    { metric: 'httpRequests', where: { service: 'budapp', status: '500' }, becomes: { rate: 0.5 } },
  ],
  crosses: { 'platform-overview': [1, 3, 5, 13, 15, 16], 'inference-metrics': [2], 'error-tracking': [1, 3, 6, 12, 30, 31, 32] },
};

const slow: Scenario = {
  name: 'slow',
  effects: [
    { metric: 'inferenceLatency', where: { endpoint: 'chat' }, becomes: { rate: 3, median: 3.5 } },
    { metric: 'httpRequestDuration', where: { service: 'budapp' }, becomes: { rate: 2, median: 1.2 } },
    { metric: 'vllmFirstToken', where: { model_name: 'llama-70b' }, becomes: { rate: 3, median: 2 } },
  ],
  crosses: { 'platform-overview': [4], 'inference-metrics': [3, 4, 21, 23, 24] },
};

const queueGrowing: Scenario = {
  name: 'queue growing',
  effects: [
    { metric: 'inferenceQueueDepth', where: { endpoint: 'chat' }, becomes: { level: 4, perSecond: 0.1 } },
    { metric: 'vllmWaiting', where: { model_name: 'llama-70b' }, becomes: { level: 4, perSecond: 0.1 } },
    { metric: 'vllmCacheUsage', where: { model_name: 'llama-70b' }, becomes: { level: 0.98, swing: 0.01 } },
    { metric: 'vllmPreemptions', where: { model_name: 'llama-70b' }, becomes: { rate: 0.4 } },
  ],
  crosses: { 'inference-metrics': [6, 41, 74, 77] },
};

const gpuFull: Scenario = {
  name: 'GPU full',
  effects: [
    { metric: 'clusterGpuUtilization', becomes: { level: 0.98, swing: 0.01 } },
    { metric: 'clusterGpuAvailable', becomes: { level: 0 } },
    { metric: 'gpuTemperature', where: { Hostname: 'node-a' }, becomes: { level: 93, swing: 0.01 } },
    { metric: 'gpuLastError', where: { Hostname: 'node-a', gpu: '1' }, becomes: { level: 79, swing: 0 } },
    { metric: 'gpuRemapFailure', where: { Hostname: 'node-a', gpu: '1' }, becomes: { level: 1, swing: 0 } },
  ],
  crosses: { 'platform-overview': [31], 'resource-util': [3, 4, 31, 32, 54, 55, 56], 'cluster-status': [4, 5, 6, 21, 22, 23] },
};

const targetGone: Scenario = {
  name: 'target gone',
  effects: [{ metric: 'pgUp', becomes: { level: 0 } }],
  silent: [{ job: 'budsim' }, { job: 'budapp', pod: 'budapp-1' }],
  crosses: { 'platform-overview': [1, 2, 6, 11] },
};

const clusterLost: Scenario = {
  name: 'cluster lost',
  effects: [
    { metric: 'clusterStatus', where: { cluster: 'gpu-west' }, becomes: { level: 0 } },
    { metric: 'clusterNodeCount', where: { cluster: 'gpu-west' }, becomes: { level: 2, swing: 0 } },
  ],
  crosses: { 'platform-overview': [1, 32], 'cluster-status': [2, 12] },
};

const overload: Scenario = {
  name: 'overload',
  effects: [
    { metric: 'processCpu', where: { service: 'budcluster' }, becomes: { rate: 0.95 } },
    { metric: 'processMemory', where: { service: 'budcluster' }, becomes: { level: 2.8e10, swing: 0.01 } },
    { metric: 'processStart', where: { service: 'budsim' }, becomes: { renewedEvery: 300 } },
    { metric: 'containerRestarts', where: { service: 'budsim' }, becomes: { rate: 1 / 300 } },
  ],
  crosses: { 'resource-util': [1, 2, 5, 6, 11, 14, 43] },
};

const telemetryLost: Scenario = {
  name: 'telemetry lost',
  effects: [
    { metric: 'mimirRuleFailures', becomes: { rate: 0.1 } },
    { metric: 'lokiRuleFailures', becomes: { rate: 0.1 } },
    { metric: 'mimirMissedIterations', becomes: { rate: 0.1 } },
    { metric: 'mimirDiscardedSamples', becomes: { rate: 20 } },
    { metric: 'lokiDiscardedSamples', becomes: { rate: 20 } },
    { metric: 'tempoDiscardedSpans', becomes: { rate: 20 } },
    { metric: 'mimirActiveSeries', becomes: { level: 800_000 } },
    { metric: 'mimirReceivedSamples', becomes: { rate: 110_000 } },
    { metric: 'tempoLiveTraces', becomes: { level: 49_000, swing: 0.01 } },
    { metric: 'remoteWriteFailed', becomes: { rate: 2 } },
    { metric: 'remoteWriteHighest', becomes: { age: 900 } },
    { metric: 'collectorExportFailures', becomes: { rate: 2 } },
    { metric: 'collectorPointFailures', becomes: { rate: 2 } },
    { metric: 'alertmanagerNotificationFailures', becomes: { rate: 2 } },
    { metric: 'mimirLastCleanup', becomes: { since: 40_000 } },
    { metric: 'mimirLastCompaction', becomes: { since: 40_000 } },
    { metric: 'lokiLastRetention', becomes: { since: 40_000 } },
    { metric: 'mimirCompactionsFailed', becomes: { rate: 0.01 } },
    { metric: 'tempoCompactionErrors', becomes: { rate: 0.01 } },
    { metric: 'certificateExpiry', where: { exported_namespace: 'observability' }, becomes: { age: -3 * 86_400 } },
  ],
  crosses: { 'platform-overview': [1, 51, 52, 53, 54, 55, 56] },
};

/** Every state that dashboards are looked at in, the healthy one first. */
export const scenarios: readonly Scenario[] = [healthy, errorBurst, slow, queueGrowing, gpuFull, targetGone, clusterLost, overload, telemetryLost];
