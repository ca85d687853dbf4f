import { clusterReady, labels, panelRef, promql } from '@bud-o11y/model';
import { clusterState, gpuAvailable, gpuUtilization, nodeCount } from '@bud-o11y/rules';
import { strip } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { stat } from '../../panels/stat.ts';
import { chosen } from '../../selectors.ts';

const { cluster } = chosen;
const size = [4, 4] as const;
const toErrors = toDashboard('error-tracking', { variables: { service: 'budcluster' }, title: 'Errors of budcluster' });

const ready = stat({
  id: 1,
  title: 'Clusters ready',
  description: 'Clusters that are ready, and clusters known.',
  size, unit: 'count',
  targets: [
    { query: promql`count(${clusterState({ cluster })} == ${clusterReady}) or 0 * count(${clusterState({ cluster })})`, legend: 'ready' },
    { query: promql`count(${clusterState({ cluster })})`, legend: 'known' },
  ],
  links: [toErrors],
});

const notReady = stat({
  id: panelRef('cluster-status', 'notReady').id,
  title: 'Not ready',
  description: 'Clusters that ClusterUnhealthy sees as not ready; the state panel below names them.',
  size, unit: 'count', thresholds: levels.anyFails,
  targets: [{ query: promql`count(${clusterState({ cluster })} != ${clusterReady}) or 0 * count(${clusterState({ cluster })})`, legend: 'not ready' }],
  links: [toErrors],
});

const nodes = stat({
  id: 3,
  title: 'Nodes',
  description: 'Nodes of the chosen clusters now, and at most in the last day.',
  size, unit: 'count',
  targets: [
    { query: promql`sum(${nodeCount({ cluster })})`, legend: 'now' },
    { query: promql`sum(max_over_time(${nodeCount({ cluster })}[1d]))`, legend: 'day' },
  ],
  links: [toDashboard('cluster-status', { panel: 'nodeCount', title: 'Nodes over time' })],
});

const free = stat({
  id: 4,
  title: 'Free GPUs',
  description: 'GPUs of all types that nothing uses.',
  size, unit: 'count', thresholds: levels.freeGpus,
  targets: [{ query: promql`sum(${gpuAvailable({ cluster })})`, legend: 'free' }],
  links: [toDashboard('cluster-status', { panel: 'freeGpus', title: 'Free GPUs by type' })],
});

const utilisation = stat({
  id: 5,
  title: 'Mean GPU utilisation',
  description: 'Over the chosen clusters. Blue is idle money; red is where GPUSaturated fires for one of them.',
  size, unit: 'ratio', thresholds: levels.gpu,
  targets: [{ query: promql`avg(${gpuUtilization({ cluster })})`, legend: 'GPU' }],
  links: [toDashboard('cluster-status', { panel: 'gpuByCluster', title: 'By cluster' }), toDashboard('resource-util')],
});

const exhausted = stat({
  id: 6,
  title: 'Types exhausted',
  description: 'Pairs of cluster and GPU type of which none is free.',
  size, unit: 'count', thresholds: levels.anyWarns,
  targets: [{ query: promql`count(count by (${labels(gpuAvailable, 'cluster', 'gpu_type')}) (${gpuAvailable({ cluster })} == 0)) or 0 * count(${gpuAvailable({ cluster })})`, legend: 'exhausted' }],
  links: [toDashboard('cluster-status', { panel: 'freeGpus', title: 'Free GPUs by type' })],
});

/** Can they take work? */
export const fleet = strip(ready, notReady, nodes, free, utilisation, exhausted);
