import { metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuUtilization } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { clusterGpuUtilization } = metrics;
const used = (values: string) => [samples(clusterGpuUtilization({ cluster: 'gpu-a', node: 'g1' }), values)];

/** GPUs that are paid for and stand idle: a question of money, for office hours. */
export const gPUUnderutilized = alert({
  id: 'GPUUnderutilized',
  area: 'clusters',
  group: 'info-alerts',
  severity: 'info',
  team: 'clusters',
  service: 'budcluster',
  threshold: { value: 0.1, unit: 'ratio', comparison: '<' },
  expr: (threshold) => promql`avg_over_time(${gpuUtilization}[1d]) < ${threshold}`,
  for: '1h',
  summary: '{{ $labels.cluster }}: GPUs averaged {{ $value | humanizePercentage }} over 24 hours',
  description: 'The GPUs of managed cluster {{ $labels.cluster }} were used for less than 10% of the last 24 hours.',
  panel: panelRef('resource-util', 'gpuByCluster'),
  panelVariables: { cluster: 'cluster' },
  tests: [
    fires('GPUs idle at 8% after a peak', { series: used('0.5 0.08x120'), quietAt: '79m', at: '100m', alerts: [{ labels: { cluster: 'gpu-a' }, value: (0.5 + 100 * 0.08) / 101 }] }),
    quiet('GPUs idle at 12%', { series: used('0.12x120'), at: '120m' }),
    quiet('GPUs are idle at night and busy by day', { series: used('0.02x60 0.9x60'), at: '120m' }),
  ],
});
