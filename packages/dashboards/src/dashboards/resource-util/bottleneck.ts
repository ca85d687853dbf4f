import { metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuAvailable, gpuUtilization, memoryOfNode, podCpuOfLimit } from '@bud-o11y/rules';
import { strip } from '../../dashboard.ts';
import { busyPods } from './busy-pods.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { stat } from '../../panels/stat.ts';
import { chosen } from '../../selectors.ts';

const { processStart } = metrics;
const { cluster, namespace, service } = chosen;
const size = [4, 4] as const;

const hottestPod = stat({
  id: 1,
  title: 'Hottest pod CPU',
  description: 'The pod closest to its CPU limit; red where HighCPU fires.',
  size, unit: 'ratio', thresholds: levels.cpu,
  targets: [{ query: promql`max(${podCpuOfLimit({ namespace, service })})`, legend: 'CPU' }],
  links: [toDashboard('resource-util', { panel: 'cpuByService', title: 'CPU by service' })],
});

const hottestNode = stat({
  id: 2,
  title: 'Hottest node memory',
  description: 'The largest share of a node\'s memory that one service holds; red where HighMemory fires.',
  size, unit: 'ratio', thresholds: levels.memory,
  targets: [{ query: promql`max(${memoryOfNode({ service })})`, legend: 'memory' }],
  links: [toDashboard('resource-util', { panel: 'memoryByNode', title: 'Memory by node' })],
});

const meanGpu = stat({
  id: 3,
  title: 'Mean GPU utilisation',
  description: 'Over the chosen clusters. Blue is idle money, orange leaves no room for a fail-over.',
  size, unit: 'ratio', thresholds: levels.gpu,
  targets: [{ query: promql`avg(${gpuUtilization({ cluster })})`, legend: 'GPU' }],
  links: [toDashboard('cluster-status')],
});

const freeGpus = stat({
  id: 4,
  title: 'Free GPUs',
  description: 'GPUs of all types that nothing uses. At 0 nothing new can be deployed.',
  size, unit: 'count', thresholds: levels.freeGpus,
  targets: [{ query: promql`sum(${gpuAvailable({ cluster })})`, legend: 'free' }],
  links: [toDashboard('cluster-status', { panel: 'freeGpus', title: 'Free GPUs by cluster' })],
});

const restarts = stat({
  id: panelRef('resource-util', 'restarts').id,
  title: 'Restarts (1h)',
  description: 'Processes of the chosen services that started again within the last hour.',
  size, unit: 'count', thresholds: levels.restarts,
  targets: [{ query: promql`sum(changes(${processStart({ job: service, namespace })}[1h]))`, legend: 'restarts' }],
  links: [toDashboard('error-tracking', { title: 'Errors of these services' })],
});

const busy = stat({
  id: 6,
  title: 'Pods over CPU threshold',
  description: 'Pods that use more of their limit than HighCPU allows: one is a hot spot, many are a lack of capacity.',
  size, unit: 'count', noValue: '0', thresholds: levels.anyWarns,
  targets: [{ query: busyPods, legend: 'pods' }],
  links: [toDashboard('resource-util', { panel: 'cpuByService', title: 'CPU by service' })],
});

/** The worst of each resource. */
export const bottleneck = strip(hottestPod, hottestNode, meanGpu, freeGpus, restarts, busy);
