import { row } from '../../dashboard.ts';
import { toDashboard } from '../../links.ts';
import { logLines } from '../../panels/logs.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { auditLines, eventBars } from '../../queries/audit-logs.ts';
import { slowRequests } from '../../queries/logs.ts';
import { signals } from '../../signals.ts';

const events = timeseries({
  id: 31,
  title: 'Events by type',
  description: 'The twelve event codes with most lines in each bar of $interval.',
  size: [12, 8], unit: 'count', draw: 'bars', stack: 'normal', noValue: '0',
  targets: [{ query: eventBars, legend: '{{event}}' }],
  links: [toDashboard('error-tracking'), ...signals.event],
});

const slow = logLines({
  id: 32,
  title: 'Slow user operations',
  description: 'Requests to budapp that took longer than a second: the query of document 4.4.',
  size: [12, 8],
  targets: [{ query: slowRequests, legend: 'lines', limit: 100 }],
});

const trail = logLines({
  id: 33,
  title: 'Audit trail',
  description: 'Access, roles and deletions, newest first. Open a line for its fields.',
  size: [24, 14],
  targets: [{ query: auditLines, legend: 'lines', limit: 500 }],
});

/** What. */
export const what = row('What', events, slow, trail);
