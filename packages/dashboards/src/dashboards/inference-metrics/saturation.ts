import { panelRef, promql } from '@bud-o11y/model';
import { queueDepth, queueWait, throughput } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { endpoint } = chosen;
const toResources = toDashboard('resource-util', { title: 'GPUs and CPUs' });
const onward = [toResources, ...signals.endpoint];

const depth = timeseries({
  id: panelRef('inference-metrics', 'queueDepth').id,
  title: 'Queue depth',
  description: 'Requests that wait, over all replicas of an endpoint; the red line is where QueueBacklog fires.',
  size: [8, 8], unit: 'count', thresholds: levels.queue,
  targets: [{ query: promql`${queueDepth({ endpoint })}`, legend: '{{endpoint}}' }],
  links: onward,
});

const wait = timeseries({
  id: 42,
  title: 'Estimated wait',
  description: 'Queue depth divided by throughput (Little\'s law): how long a request that enters now will wait.',
  size: [8, 8], unit: 'seconds',
  targets: [{ query: promql`${queueWait({ endpoint })}`, legend: '{{endpoint}}' }],
  links: onward,
});

const growth = timeseries({
  id: 43,
  title: 'Served against queue growth',
  description: 'Requests served per second, and by how much the queues grow per second. Growth above 0 for long means too few replicas.',
  size: [8, 8], unit: 'requests/s', min: 'auto',
  targets: [
    { query: promql`sum(${throughput({ endpoint })})`, legend: 'served' },
    { query: promql`sum(deriv(${queueDepth({ endpoint })}[15m]))`, legend: 'queue growth' },
  ],
  links: [toResources, ...signals.gateway],
});

/** Requests wait. */
export const saturation = row('Saturation', depth, wait, growth);
