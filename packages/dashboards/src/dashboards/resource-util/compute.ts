import { labels, panelRef, promql } from '@bud-o11y/model';
import { memoryOfNode, podCpu, podCpuOfLimit, podMemory } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard, toExplore } from '../../links.ts';
import { columns, table } from '../../panels/table.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { linesOfClickedPod } from '../../queries/logs.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { namespace, service } = chosen;
const shown = { namespace, service };
const onward = [toDashboard('error-tracking', { variables: { service: fieldLabel('service') } }), ...signals.service];

const cpuOfLimit = timeseries({
  id: panelRef('resource-util', 'cpuByService').id,
  title: 'CPU by service (share of limit)',
  description: 'The busiest pod of each service; the red line is where HighCPU fires.',
  size: [12, 8], unit: 'ratio', thresholds: levels.cpu,
  targets: [{ query: promql`max by (${labels(podCpuOfLimit, 'service')}) (${podCpuOfLimit(shown)})`, legend: '{{service}}' }],
  links: onward,
});

const cores = timeseries({
  id: 12,
  title: 'CPU cores by service',
  description: 'What a service uses in all its pods.',
  size: [12, 8], unit: 'cores', mean: true,
  targets: [{ query: promql`sum by (${labels(podCpu, 'service')}) (${podCpu(shown)})`, legend: '{{service}}' }],
  links: onward,
});

const memoryByNode = timeseries({
  id: panelRef('resource-util', 'memoryByNode').id,
  title: 'Memory by service (share of node)',
  description: 'The largest share of a node that a service holds; the red line is where HighMemory fires.',
  size: [12, 8], unit: 'ratio', thresholds: levels.memory,
  targets: [{ query: promql`max by (${labels(memoryOfNode, 'node', 'service')}) (${memoryOfNode({ service })})`, legend: '{{service}} on {{node}}' }],
  links: onward,
});

const memory = timeseries({
  id: 15,
  title: 'Resident memory',
  description: 'Memory of a service in all its pods.',
  size: [12, 8], unit: 'bytes', mean: true,
  targets: [{ query: promql`sum by (${labels(podMemory, 'service')}) (${podMemory(shown)})`, legend: '{{service}}' }],
  links: onward,
});

const growth = timeseries({
  id: 16,
  title: 'Memory growth',
  description: 'By how much memory grows per second, over an hour. A slope that stays above 0 is a leak.',
  size: [12, 8], unit: 'bytes/s', min: 'auto',
  targets: [{ query: promql`sum by (${labels(podMemory, 'service')}) (deriv(${podMemory(shown)}[1h]))`, legend: '{{service}}' }],
  links: onward,
});

const pods = table({
  id: 13,
  title: 'Pods by CPU',
  description: 'The twenty pods that are closest to their CPU limit.',
  size: [12, 8], unit: 'ratio', sortBy: 'Share of limit',
  targets: [{ query: promql`topk(20, ${podCpuOfLimit(shown)})`, legend: 'pods' }],
  transformations: columns(['namespace', 'pod', 'service', 'node'], 'Share of limit'),
  fields: [
    { match: { name: 'Share of limit' }, unit: 'ratio', thresholds: levels.cpu, cell: 'color-background' },
    { match: { name: 'pod' }, links: [toExplore('Logs of this pod', linesOfClickedPod)] },
  ],
});

/** CPU and memory: used, waiting, leaking. */
export const compute = row('CPU and memory', cpuOfLimit, cores, pods, memoryByNode, memory, growth);
