import { metrics, panelRef, promql } from '@bud-o11y/model';
import { nodeCount } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { clusterNodeCount } = metrics;
const nodes = (values: string) => [samples(clusterNodeCount({ cluster: 'gpu-a', instance: 'budcluster:9090' }), values)];

/** Against the cluster's own maximum of a day, so that no size has to be written down anywhere. */
export const clusterNodeCountDropped = alert({
  id: 'ClusterNodeCountDropped',
  area: 'clusters',
  group: 'info-alerts',
  severity: 'info',
  team: 'clusters',
  service: 'budcluster',
  threshold: { value: 0.9, unit: 'ratio', comparison: '<' },
  expr: (threshold) => promql`${nodeCount} < ${threshold} * max_over_time(${nodeCount}[1d])`,
  for: '30m',
  summary: '{{ $labels.cluster }} lost nodes: {{ $value | humanize }} left',
  description: 'Managed cluster {{ $labels.cluster }} has had less than 90% of its 24-hour maximum of nodes for 30 minutes.',
  panel: panelRef('cluster-status', 'nodeCount'),
  panelVariables: { cluster: 'cluster' },
  tests: [
    fires('two of ten nodes leave', { series: nodes('10x9 8x60'), quietAt: '39m', at: '41m', alerts: [{ labels: { cluster: 'gpu-a' }, value: 8 }] }),
    quiet('two of ten nodes left more than a day ago', { step: '15m', series: nodes('10x1 8x110'), at: '1515m' }),
    quiet('one of ten nodes leaves', { series: nodes('10x9 9x60'), at: '60m' }),
  ],
});
