import { extract, field, logFields, logql, panelRef, stream } from '@bud-o11y/model';
import { alert } from '../../alert.ts';

const { event, userId } = logFields;

/** The outer count keeps user ids out of the alert, and with them personal data out of every notification. */
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
      sum by (${field(userId)}) (count_over_time(${stream({ app: 'budapp' })} |= "login_failed" | json ${extract(event, userId)} | ${field(event)}="login_failed" [10m])) > ${threshold}
    ) > 0
  `,
  summary: '{{ $value | humanize }} account(s) with more than 10 failed logins in 10 minutes',
  description: 'Somebody guesses the passwords of single accounts. The panel lists them; they are deliberately not named here.',
  panel: panelRef('audit-activity', 'accountsWithMostFailures'),
});
