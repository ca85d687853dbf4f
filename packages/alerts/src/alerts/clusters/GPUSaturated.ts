import { metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuUtilization } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { clusterGpuUtilization } = metrics;
const node = (name: string, ratio: number) => samples(clusterGpuUtilization({ cluster: 'gpu-a', node: name }), `${ratio}x60`);

/** Full GPUs are no fault; full GPUs for half an hour leave no room for fail-over. */
export const gPUSaturated = alert({
  id: 'GPUSaturated',
  area: 'clusters',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'clusters',
  service: 'budcluster',
  threshold: { value: 0.95, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`${gpuUtilization} > ${threshold}`,
  for: '30m',
  summary: '{{ $labels.cluster }}: GPUs at {{ $value | humanizePercentage }} for 30 minutes',
  description: 'The mean GPU utilisation of managed cluster {{ $labels.cluster }} has been above 95% for 30 minutes. There is no headroom for fail-over.',
  panel: panelRef('cluster-status', 'gpuByCluster'),
  panelVariables: { cluster: 'cluster' },
  tests: [
    fires('two nodes at 98% and 96%', { series: [node('g1', 0.98), node('g2', 0.96)], quietAt: '29m', at: '31m', alerts: [{ labels: { cluster: 'gpu-a' }, value: 0.97 }] }),
    quiet('two nodes at 95%', { series: [node('g1', 0.95), node('g2', 0.95)], at: '50m' }),
    quiet('two nodes at 98% and 90%', { series: [node('g1', 0.98), node('g2', 0.9)], at: '50m' }),
  ],
});
