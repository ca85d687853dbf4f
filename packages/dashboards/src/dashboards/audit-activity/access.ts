import { panelRef } from '@bud-o11y/model';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { failedLoginBars, failedLoginBurst, failedShareOverTime, loginBars } from '../../queries/audit-logs.ts';
import { signals } from '../../signals.ts';

const onward = [toDashboard('error-tracking', { variables: { service: 'budapp' }, title: 'Errors of budapp' }), ...signals.logins];

const both = timeseries({
  id: 11,
  title: 'Logins',
  description: 'Successful and failed logins, per bar of $interval.',
  size: [8, 8], unit: 'count', draw: 'bars', noValue: '0',
  targets: [{ query: loginBars, legend: 'successful' }, { query: failedLoginBars, legend: 'failed' }],
  fields: [{ match: { name: 'successful' }, colour: 'good' }, { match: { name: 'failed' }, colour: 'critical' }],
  links: onward,
});

const burst = timeseries({
  id: panelRef('audit-activity', 'failedLogins').id,
  title: 'Failed logins (5m)',
  description: 'In the window of LoginFailureBurst, whatever $interval is; the red line is where it fires.',
  size: [8, 8], unit: 'count', noValue: '0', thresholds: levels.failedLoginBurst,
  targets: [{ query: failedLoginBurst, legend: 'failed in 5 minutes' }],
  links: onward,
});

const share = timeseries({
  id: 13,
  title: 'Failure ratio',
  description: 'Share of logins that fail, per $interval.',
  size: [8, 8], unit: 'ratio', max: 1, thresholds: levels.failedLoginShare,
  targets: [{ query: failedShareOverTime, legend: 'failed' }],
  links: onward,
});

/** Who gets in, and who does not. */
export const access = row('Access', both, burst, share);
