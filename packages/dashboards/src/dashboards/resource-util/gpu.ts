import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuAvailable, gpuUtilization } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { statusHistory } from '../../panels/state-timeline.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { clusterGpuUtilization } = metrics;
const { cluster } = chosen;
const onward = [toDashboard('cluster-status', { variables: { cluster: fieldLabel('cluster') } }), ...signals.cluster];

const byCluster = timeseries({
  id: panelRef('resource-util', 'gpuByCluster').id,
  title: 'GPU utilisation by cluster',
  description: 'Mean over the GPUs of a cluster, and the mean of the last day (dashed).',
  size: [12, 8], unit: 'ratio', max: 1, thresholds: levels.gpu,
  targets: [
    { query: promql`${gpuUtilization({ cluster })}`, legend: '{{cluster}}' },
    { query: promql`avg_over_time(${gpuUtilization({ cluster })}[1d])`, legend: '{{cluster}} day' },
  ],
  fields: [{ match: { refId: 'B' }, colour: 'past', dashed: true }],
  links: onward,
});

const byNode = statusHistory({
  id: 32,
  title: 'GPU utilisation by node',
  description: 'One row per node of the managed clusters; the fifty busiest at any moment.',
  size: [12, 8], unit: 'ratio', thresholds: levels.gpu,
  targets: [{ query: promql`topk(50, avg by (${labels(clusterGpuUtilization, 'cluster', 'node')}) (${clusterGpuUtilization({ cluster })}))`, legend: '{{cluster}}/{{node}}' }],
  links: onward,
});

const free = timeseries({
  id: 33,
  title: 'Free GPUs by type',
  description: 'What a new deployment can have.',
  size: [12, 8], unit: 'count', draw: 'steps',
  targets: [{ query: promql`sum by (${labels(gpuAvailable, 'gpu_type')}) (${gpuAvailable({ cluster })})`, legend: '{{gpu_type}}' }],
  links: [toDashboard('cluster-status', { panel: 'freeGpus', title: 'By cluster' }), ...signals.budcluster],
});

const spread = timeseries({
  id: 34,
  title: 'Utilisation spread',
  description: 'The idlest tenth, the middle and the busiest tenth of the nodes. A wide spread is a problem of placement, not of capacity.',
  size: [12, 8], unit: 'ratio', max: 1,
  targets: [
    { query: promql`quantile(0.1, ${clusterGpuUtilization({ cluster })})`, legend: 'idlest tenth' },
    { query: promql`quantile(0.5, ${clusterGpuUtilization({ cluster })})`, legend: 'middle' },
    { query: promql`quantile(0.9, ${clusterGpuUtilization({ cluster })})`, legend: 'busiest tenth' },
  ],
  links: [toDashboard('cluster-status'), ...signals.budcluster],
});

/** GPUs: used, free, and how evenly. */
export const gpu = row('GPU', byCluster, byNode, free, spread);
