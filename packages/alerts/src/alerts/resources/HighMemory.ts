import { metrics, panelRef, promql } from '@bud-o11y/model';
import { memoryOfNode } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { nodeMemoryTotal, processMemory } = metrics;
const resident = (pod: string, bytes: number) =>
  samples(processMemory({ job: 'budsim', instance: `${pod}:9090`, namespace: 'bud', pod, service: 'budsim', node: 'n1' }), `${bytes}x30`);
const node = samples(nodeMemoryTotal({ job: 'node-exporter', instance: 'n1:9100', node: 'n1' }), '1000x30');

/** Document 6.3, whose two metrics share no label and so never match; here they are joined on the node. */
export const highMemory = alert({
  id: 'HighMemory',
  area: 'resources',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'platform',
  service: { label: 'service' },
  threshold: { value: 0.8, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`${memoryOfNode} > ${threshold}`,
  for: '10m',
  summary: '{{ $labels.service }} holds {{ $value | humanizePercentage }} of the memory of node {{ $labels.node }}',
  description: 'The processes of {{ $labels.service }} on node {{ $labels.node }} have held more than 80% of its memory for 10 minutes. The kernel may kill any process there.',
  panel: panelRef('resource-util', 'memoryByNode'),
  panelVariables: { service: 'service' },
  tests: [
    fires('two pods of a service hold nine tenths of their node', {
      series: [resident('budsim-0', 500), resident('budsim-1', 400), node], quietAt: '9m', at: '11m', alerts: [{ labels: { node: 'n1', service: 'budsim' }, value: 0.9 }],
    }),
    quiet('two pods of a service hold seven tenths of their node', { series: [resident('budsim-0', 400), resident('budsim-1', 300), node], at: '25m' }),
    quiet('two pods of a service hold exactly four fifths of their node', { series: [resident('budsim-0', 400), resident('budsim-1', 400), node], at: '25m' }),
  ],
});
