import { extract, field, logFields, logql, panelRef, stream } from '@bud-o11y/model';
import { alert } from '../../alert.ts';

const { event } = logFields;

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
});
