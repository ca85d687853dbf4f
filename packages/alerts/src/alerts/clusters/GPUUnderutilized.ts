import { metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuUtilization } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { clusterGpuUtilization } = metrics;
const step = '15m';
const used = (values: string) => [samples(clusterGpuUtilization({ cluster: 'gpu-a', node: 'g1' }), values)];

/** GPUs that are paid for and stand idle: a question of money, for office hours. Of a cluster that was added today a day says nothing yet. */
export const gPUUnderutilized = alert({
  id: 'GPUUnderutilized',
  area: 'clusters',
  group: 'info-alerts',
  severity: 'info',
  team: 'clusters',
  service: 'budcluster',
  threshold: { value: 0.1, unit: 'ratio', comparison: '<' },
  expr: (threshold) => promql`
    avg_over_time(${gpuUtilization}[1d]) < ${threshold}
    and
    (${gpuUtilization} offset 1d)
  `,
  for: '1h',
  summary: '{{ $labels.cluster }}: GPUs averaged {{ $value | humanizePercentage }} over 24 hours',
  description: 'The GPUs of managed cluster {{ $labels.cluster }} were used for less than 10% of the last 24 hours.',
  panel: panelRef('resource-util', 'gpuByCluster'),
  panelVariables: { cluster: 'cluster' },
  tests: [
    fires('GPUs idle at 8% after a peak', { step, series: used('0.5 0.08x130'), quietAt: '1485m', at: '1500m', alerts: [{ labels: { cluster: 'gpu-a' }, value: 0.08 }] }),
    quiet('GPUs idle at 10%', { step, series: used('0.1x130'), at: '1500m' }),
    fires('GPUs idle at 5% since they were busy, more than a day ago', { step, series: used('0.9x12 0.05x130'), at: '1680m', alerts: [{ labels: { cluster: 'gpu-a' }, value: 0.05 }] }),
    quiet('GPUs idle at 12%', { step, series: used('0.12x130'), at: '1500m' }),
    quiet('GPUs are idle at night and busy by day', { step, series: used('0.02x60 0.9x60'), at: '1500m' }),
    quiet('a cluster was added ten hours ago', { step, series: used('_x60 0.08x60'), at: '1500m' }),
  ],
});
