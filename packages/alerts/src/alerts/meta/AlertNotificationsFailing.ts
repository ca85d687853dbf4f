import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { alertmanagerNotificationFailures, alertmanagerNotifications } = metrics;
const attempts = (failed: string) => ['alertmanager-0', 'alertmanager-1'].flatMap((pod) => [
  samples(alertmanagerNotificationFailures({ pod, integration: 'pagerduty', reason: 'clientError' }), failed),
  samples(alertmanagerNotifications({ pod, integration: 'pagerduty' }), '0+10x40'),
]);

/** Its own page leaves through the same Alertmanager, by whichever integration still works; the dead-man's switch covers the rest. */
export const alertNotificationsFailing = alert({
  id: 'AlertNotificationsFailing',
  area: 'meta',
  group: 'meta-ruler',
  severity: 'critical',
  team: 'observability',
  service: 'alertmanager',
  threshold: { value: 0.05, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    sum by (${labels(alertmanagerNotificationFailures, 'integration')}) (rate(${alertmanagerNotificationFailures}[10m]))
    /
    (sum by (${labels(alertmanagerNotifications, 'integration')}) (rate(${alertmanagerNotifications}[10m])) > 0)
    > ${threshold}
  `,
  for: '5m',
  summary: '{{ $value | humanizePercentage }} of {{ $labels.integration }} notifications fail',
  description: 'Alertmanager has been unable to deliver through {{ $labels.integration }} for 5 minutes: pages may be lost.',
  panel: panelRef('platform-overview', 'alertDelivery'),
  tests: [
    fires('six notifications in a hundred fail', { series: attempts('0+0.6x40'), quietAt: '5m', at: '8m', alerts: [{ labels: { integration: 'pagerduty' }, value: 0.06 }] }),
    quiet('four notifications in a hundred fail', { series: attempts('0+0.4x40'), at: '30m' }),
  ],
});
