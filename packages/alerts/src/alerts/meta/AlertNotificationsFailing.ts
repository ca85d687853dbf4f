import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { alertmanagerNotificationFailures, alertmanagerNotifications } = metrics;
const by = labels(alertmanagerNotificationFailures, 'integration');
const attempts = (failed: string, made = '0+12.5x40', failedByOther = failed) => [failed, failedByOther].flatMap((values, index) => [
  samples(alertmanagerNotificationFailures({ pod: `alertmanager-${index}`, integration: 'pagerduty', reason: 'clientError' }), values),
  samples(alertmanagerNotifications({ pod: `alertmanager-${index}`, integration: 'pagerduty' }), made),
]);
const few = '0+0.25x40';

/**
 * Its page leaves by PagerDuty, the chat and mail (routes.ts), so by whichever still works; the dead-man's switches cover the
 * rest. One failure among few is no trend: an increase over samples is a little more than it was, so two begin at 1.5.
 */
export const alertNotificationsFailing = alert({
  id: 'AlertNotificationsFailing',
  area: 'meta',
  group: 'meta-ruler',
  severity: 'critical',
  team: 'observability',
  service: 'alertmanager',
  threshold: { value: 0.05, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    sum by (${by}) (rate(${alertmanagerNotificationFailures}[10m]))
    /
    (sum by (${labels(alertmanagerNotifications, 'integration')}) (rate(${alertmanagerNotifications}[10m])) > 0)
    > ${threshold}
    and
    sum by (${by}) (increase(${alertmanagerNotificationFailures}[15m])) > 1.5
  `,
  for: '5m',
  summary: '{{ $value | humanizePercentage }} of {{ $labels.integration }} notifications fail',
  description: 'Alertmanager has been unable to deliver through {{ $labels.integration }} for 5 minutes: pages may be lost.',
  panel: panelRef('platform-overview', 'alertDelivery'),
  tests: [
    fires('six notifications in a hundred fail', { series: attempts('0+0.75x40'), quietAt: '5m', at: '8m', alerts: [{ labels: { integration: 'pagerduty' }, value: 0.06 }] }),
    fires('one notification of few fails at each of two replicas', { series: attempts('5x20 6x20', few), quietAt: '25m', at: '28m', alerts: [{ labels: { integration: 'pagerduty' }, value: 2 / 4.5 }] }),
    quiet('one notification of few fails at one of two', { series: attempts('5x20 6x20', few, '5x40'), at: '28m' }),
    quiet('one fails now, another one did twenty minutes ago', { series: attempts('5x5 6x20 7x20', few, '5x40'), at: '33m' }),
    quiet('five notifications in a hundred fail', { series: attempts('0+0.625x40'), at: '30m' }),
    quiet('four notifications in a hundred fail', { series: attempts('0+0.5x40'), at: '30m' }),
  ],
});
