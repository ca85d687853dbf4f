import { anyOf, logql, matching, ownJobs, panelRef, stream, streamLabel } from '@bud-o11y/model';
import { alert } from '../../alert.ts';

const errors = stream({ app: matching(ownJobs), level: anyOf('error', 'critical') });

/**
 * Document 4.4, "error rate by service", against the service's own hour before, so that no level has to be chosen per
 * service. The floor of 0.02 lines/s keeps a service that hardly ever logs an error from alerting on its second one.
 */
export const errorLogBurst = alert({
  id: 'ErrorLogBurst',
  area: 'logs',
  group: 'log-errors',
  severity: 'warning',
  team: 'platform',
  service: { label: 'app' },
  expr: logql`
    sum by (${streamLabel('app')}) (rate(${errors}[5m]))
    > 3 * (sum by (${streamLabel('app')}) (rate(${errors}[1h] offset 10m)) > 0.02)
  `,
  for: '10m',
  summary: '{{ $labels.app }} logs errors at more than three times its usual rate',
  description: 'For 10 minutes {{ $labels.app }} has written {{ printf "%.2f" $value }} error lines/s, more than three times the rate of the hour before.',
  panel: panelRef('error-tracking', 'errorLinesByService'),
  panelVariables: { service: 'app' },
});
