import { extract, field, logFields, logql, panelRef, stream } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

const { event, userId } = logFields;

const attempts = (account: string, count: number, what: 'login_failed' | 'user_login' = 'login_failed', app = 'budapp', every: '40s' | '150s' = '40s') =>
  lines({ app }, { event: what, ...(account === '' ? {} : { user_id: account }), message: 'after login_failed' }, { from: '7s', every, count });

/** Lines that name no account are of many, and count for none (LoginFailureBurst counts them all). The outer count keeps user ids out of the alert, and with them personal data out of every notification. */
export const loginFailureSingleAccount = alert({
  id: 'LoginFailureSingleAccount',
  area: 'logs',
  group: 'log-security',
  severity: 'warning',
  team: 'security',
  service: 'budapp',
  threshold: { value: 10, unit: 'count', comparison: '>' },
  expr: (threshold) => logql`
    count(
      sum by (${field(userId)}) (count_over_time(${stream({ app: 'budapp' })} |= "login_failed" | json ${extract(event, userId)} | ${field(event)}="login_failed" | ${field(userId)}!="" [10m])) > ${threshold}
    ) > 0
  `,
  summary: '{{ $value | humanize }} account(s) with more than 10 failed logins in 10 minutes',
  description: 'Somebody guesses the passwords of single accounts. The panel lists them; they are deliberately not named here.',
  panel: panelRef('audit-activity', 'accountsWithMostFailures'),
  tests: [
    fires('one account fails twelve times, another nine times', { lines: [attempts('ada', 12), attempts('ben', 9)], quietAt: '6m', at: '9m', alerts: [{ labels: {}, value: 1 }] }),
    fires('two accounts fail twelve times each', { lines: [attempts('ada', 12), attempts('ben', 12)], at: '9m', alerts: [{ labels: {}, value: 2 }] }),
    quiet('twelve failures name no account', { lines: [attempts('', 12), attempts('ben', 9)], at: '9m' }),
    quiet('two accounts fail ten times each', { lines: [attempts('ada', 10), attempts('ben', 10)], at: '9m' }),
    quiet('two accounts fail twelve times each, in half an hour', { lines: [attempts('ada', 12, 'login_failed', 'budapp', '150s'), attempts('ben', 12, 'login_failed', 'budapp', '150s')], at: '30m' }),
    quiet('the event is another one, whatever the message says', { lines: [attempts('ada', 12, 'user_login'), attempts('ben', 9, 'user_login')], at: '9m' }),
    quiet('another service reports them', { lines: [attempts('ada', 12, 'login_failed', 'budsim'), attempts('ben', 9, 'login_failed', 'budsim')], at: '9m' }),
  ],
});
