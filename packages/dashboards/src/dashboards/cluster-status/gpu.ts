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
const onward = [toDashboard('resource-util', { variables: { cluster: fieldLabel('cluster') } }), ...signals.cluster];

const utilisation = timeseries({
  id: panelRef('cluster-status', 'gpuByCluster').id,
  title: 'GPU utilisation by cluster',
  description: 'Mean over the GPUs of a cluster. The red line is where GPUSaturated fires, the blue area where GPUUnderutilized does.',
  size: [12, 8], unit: 'ratio', max: 1, thresholds: levels.gpu,
  targets: [{ query: promql`${gpuUtilization({ cluster })}`, legend: '{{cluster}}' }],
  links: onward,
});

const free = timeseries({
  id: panelRef('cluster-status', 'freeGpus').id,
  title: 'Free GPUs by cluster and type',
  description: 'What a new deployment can have. At 0 GPUCapacityExhausted tells so.',
  size: [12, 8], unit: 'count', draw: 'steps', thresholds: levels.freeGpus,
  targets: [{ query: promql`sum by (${labels(gpuAvailable, 'cluster', 'gpu_type')}) (${gpuAvailable({ cluster })})`, legend: '{{cluster}} {{gpu_type}}' }],
  links: onward,
});

const map = statusHistory({
  id: 23,
  title: 'Node utilisation map',
  description: 'One row per node of the managed clusters; the fifty busiest at any moment. A dark row among bright ones is work that is badly placed.',
  size: [24, 10], unit: 'ratio', thresholds: levels.gpu,
  targets: [{ query: promql`topk(50, avg by (${labels(clusterGpuUtilization, 'cluster', 'node')}) (${clusterGpuUtilization({ cluster })}))`, legend: '{{cluster}}/{{node}}' }],
  links: onward,
});

/** How full they are. */
export const gpu = row('GPU', utilisation, free, map);
