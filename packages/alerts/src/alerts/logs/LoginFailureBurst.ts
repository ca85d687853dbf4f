import { extract, field, logFields, logql, panelRef, stream } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

const { event } = logFields;

const attempts = (every: '5s' | '6s', what: 'login_failed' | 'user_login' = 'login_failed', app = 'budapp') =>
  [lines({ app }, { event: what, message: 'after login_failed' }, { from: '2s', every, count: 120 })];
const noJson = lines({ app: 'budapp' }, 'login_failed, and no JSON', { from: '3s', every: '5s', count: 120 });

/** Document 4.4, "authentication failures". The line filter comes first: it spares the parser most lines. */
export const loginFailureBurst = alert({
  id: 'LoginFailureBurst',
  area: 'logs',
  group: 'log-security',
  severity: 'warning',
  team: 'security',
  service: 'budapp',
  threshold: { value: 50, unit: 'count', comparison: '>' },
  expr: (threshold) => logql`
    sum(count_over_time(${stream({ app: 'budapp' })} |= "login_failed" | json ${extract(event)} | ${field(event)}="login_failed" [5m])) > ${threshold}
  `,
  for: '2m',
  summary: '{{ $value | humanize }} failed logins in 5 minutes',
  description: 'Somebody tries out stolen passwords, or the identity provider is down: compare with successful logins before blocking anybody.',
  panel: panelRef('audit-activity', 'failedLogins'),
  tests: [
    fires('twelve failed logins a minute', { lines: attempts('5s'), quietAt: '6m', at: '8m', alerts: [{ labels: {}, value: 60 }] }),
    quiet('ten failed logins a minute', { lines: attempts('6s'), at: '9m' }),
    quiet('the event is another one, whatever the message says', { lines: attempts('5s', 'user_login'), at: '9m' }),
    quiet('another service reports them', { lines: attempts('5s', 'login_failed', 'budsim'), at: '9m' }),
    fires('lines that are no JSON do not count, and do no harm', { lines: [...attempts('5s'), noJson], at: '8m', alerts: [{ labels: {}, value: 60 }] }),
  ],
});
