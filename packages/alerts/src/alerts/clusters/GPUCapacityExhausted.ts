import { metrics, panelRef, promql } from '@bud-o11y/model';
import { gpuAvailable } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { clusterGpuAvailable } = metrics;
const free = (instance: string, values: string) => samples(clusterGpuAvailable({ cluster: 'gpu-a', gpu_type: 'H100', instance }), values);

/** Nothing fails yet: the next deployment of that GPU type will wait. */
export const gPUCapacityExhausted = alert({
  id: 'GPUCapacityExhausted',
  area: 'clusters',
  group: 'info-alerts',
  severity: 'info',
  team: 'clusters',
  service: 'budcluster',
  threshold: { value: 0, unit: 'count', comparison: '==' },
  expr: (threshold) => promql`${gpuAvailable} == ${threshold}`,
  for: '30m',
  summary: '{{ $labels.cluster }}: no free {{ $labels.gpu_type }} GPU',
  description: 'No {{ $labels.gpu_type }} GPU has been free in managed cluster {{ $labels.cluster }} for 30 minutes. New deployments of that type wait.',
  panel: panelRef('cluster-status', 'freeGpus'),
  panelVariables: { cluster: 'cluster' },
  tests: [
    fires('the last GPU is taken', { series: [free('a:9090', '1x4 0x50')], quietAt: '34m', at: '36m', alerts: [{ labels: { cluster: 'gpu-a', gpu_type: 'H100' }, value: 0 }] }),
    quiet('one GPU stays free', { series: [free('a:9090', '1x55')], at: '50m' }),
  ],
});
