import { labels, metrics, promql } from '@bud-o11y/model';
import { packRow } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { stateTimeline } from '../../panels/state-timeline.ts';
import { timeseries } from '../../panels/timeseries.ts';

const { gpuLastError, gpuMemoryFree, gpuMemoryUsed, gpuPower, gpuRemapFailure, gpuTemperature, gpuTensorActive } = metrics;
const links = [toDashboard('cluster-status')];
const size = [8, 8] as const;
const node = labels(gpuTensorActive, 'Hostname');

const tensor = timeseries({
  id: 51,
  title: 'Tensor cores at work',
  description: 'Share of time in which the tensor cores compute, mean per node. A GPU can count as fully used while they idle.',
  size, unit: 'ratio', max: 1, links,
  targets: [{ query: promql`avg by (${node}) (${gpuTensorActive})`, legend: '{{Hostname}}' }],
});

const memory = timeseries({
  id: 52,
  title: 'GPU memory',
  description: 'Share in use, fullest GPU of each node. Engines take most of it at their start: near 100% is normal, a step is not.',
  size, unit: 'ratio', max: 1, links,
  targets: [{ query: promql`max by (${node}) (${gpuMemoryUsed} / (${gpuMemoryUsed} + ${gpuMemoryFree}))`, legend: '{{Hostname}}' }],
});

const power = timeseries({
  id: 53,
  title: 'Power',
  description: 'What all GPUs of a node draw together. A step down under load means that they slow themselves down.',
  size, unit: 'watts', links,
  targets: [{ query: promql`sum by (${node}) (${gpuPower})`, legend: '{{Hostname}}' }],
});

const temperature = timeseries({
  id: 54,
  title: 'Temperature',
  description: 'Hottest GPU of each node. They slow themselves down when they get too hot.',
  size, unit: 'celsius', thresholds: levels.temperature, links,
  targets: [{ query: promql`max by (${node}) (${gpuTemperature})`, legend: '{{Hostname}}' }],
});

const errors = timeseries({
  id: 55,
  title: 'Last XID error',
  description: 'Number of the last error that the driver reported, 0 for none. NVIDIA\'s catalogue says what a number means.',
  size, unit: 'count', draw: 'steps', thresholds: levels.anyFails, links,
  targets: [{ query: promql`max by (${labels(gpuLastError, 'Hostname', 'gpu')}) (${gpuLastError})`, legend: '{{Hostname}} GPU {{gpu}}' }],
});

const remaps = stateTimeline({
  id: 56,
  title: 'Memory rows that cannot be replaced',
  description: 'A GPU in this state is to be exchanged.',
  size, unit: 'bool', thresholds: levels.anyFails, mappings: [{ value: 0, text: 'ok', colour: 'good' }, { value: 1, text: 'exchange', colour: 'critical' }], links,
  targets: [{ query: promql`max by (${labels(gpuRemapFailure, 'Hostname', 'gpu')}) (${gpuRemapFailure})`, legend: '{{Hostname}} GPU {{gpu}}' }],
});

/** The GPUs of the platform's own nodes, as their driver sees them. */
export const devices = packRow('dcgm', 'GPU devices (DCGM)', tensor, memory, power, temperature, errors, remaps);
