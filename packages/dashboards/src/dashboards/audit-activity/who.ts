import { panelRef } from '@bud-o11y/model';
import { row } from '../../dashboard.ts';
import { toDashboard, toExplore } from '../../links.ts';
import { barChart } from '../../panels/bar-chart.ts';
import { columns, table } from '../../panels/table.ts';
import { tenantsByActivity, usersByActivity, usersByFailures } from '../../queries/audit-logs.ts';
import { activityOfClickedUser } from '../../queries/logs.ts';
import { signals } from '../../signals.ts';

const toUser = { match: { name: 'user_id' }, links: [toExplore('What this user did', activityOfClickedUser)] } as const;

const active = table({
  id: 21,
  title: 'Top users by activity',
  description: 'The twenty users with most events over the time shown.',
  size: [8, 10], unit: 'count', sortBy: 'Events', noValue: '0',
  targets: [{ query: usersByActivity, legend: 'events' }],
  transformations: columns(['user_id'], 'Events'),
  fields: [toUser],
});

const failing = table({
  id: panelRef('audit-activity', 'accountsWithMostFailures').id,
  title: 'Accounts with most failures',
  description: 'The twenty accounts with most failed logins over the time shown. Many accounts with few each is password spraying.',
  size: [8, 10], unit: 'count', sortBy: 'Failed logins', noValue: '0',
  targets: [{ query: usersByFailures, legend: 'failed' }],
  transformations: columns(['user_id'], 'Failed logins'),
  fields: [toUser],
});

const tenants = barChart({
  id: 23,
  title: 'Activity by tenant',
  description: 'The ten tenants with most events over the time shown.',
  size: [8, 10], unit: 'count', noValue: '0',
  targets: [{ query: tenantsByActivity, legend: '{{tenant_id}}' }],
  transformations: columns(['tenant_id'], 'Events'),
  links: [toDashboard('platform-overview'), ...signals.tenant],
});

/** Who. */
export const who = row('Who', active, failing, tenants);
