import { spanOperations } from '@bud-o11y/model';
import { collapsed } from '../../dashboard.ts';
import { toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { traceList } from '../../panels/traces.ts';
import { failingSpanRate, failingTraces, operationP95 } from '../../queries/traces.ts';
import { signals } from '../../signals.ts';

const rate = timeseries({
  id: 51,
  title: 'Failed spans by service (sampled)',
  description: 'Failed traces are always kept, so this follows what really fails; the height is not to be taken as a rate.',
  size: [12, 8], unit: 'events/s', noValue: '0',
  targets: [{ query: failingSpanRate, legend: '{{name}}' }],
  links: [toDashboard('platform-overview'), ...signals.chosenServices],
});

const operations = timeseries({
  id: 53,
  title: 'budapp: HTTP, database and login, p95 (sampled)',
  description: 'How long budapp\'s operations take. From sampled traces and all slow and failed ones: good for the shape, not for a number.',
  size: [12, 8], unit: 'seconds',
  targets: [
    { query: operationP95(spanOperations.budappHttp), legend: 'HTTP {{name}}' },
    { query: operationP95(spanOperations.budappDatabase), legend: 'database {{name}}' },
    { query: operationP95(spanOperations.budappAuth), legend: 'login {{name}}' },
  ],
  links: [toDashboard('resource-util', { variables: { service: 'budapp' } }), ...signals.budappSpans],
});

const recent = traceList({
  id: 52,
  title: 'Recent failed traces (sampled)',
  description: 'Traces with a failed span of the chosen services, newest first; each leads to its spans.',
  size: [24, 10],
  targets: [{ query: failingTraces, legend: 'trace', limit: 20 }],
});

/** Where in the request it fails. */
export const traces = collapsed('Traces (sampled)', rate, operations, recent);
