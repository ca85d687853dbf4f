import { bundleCheck } from '../check.ts';
import { staticLabels } from '../rule-use.ts';
import { deliveries } from '../routing.ts';

/** Every alert reaches a receiver that some route chose; the default receiver alone is what nobody decided. */
export const alertWithoutRoute = bundleCheck({
  id: 'alert-without-route',
  severity: 'error',
  why: 'the default receiver is a mailbox: nobody answers in the time that the severity promises',
  appliesTo: ['alert-rules', 'alertmanager'],
  *run({ alerts, routes }) {
    for (const alert of alerts) {
      const labels = staticLabels(alert);
      if (routes !== undefined && deliveries(routes, labels).some(({ receiver }) => receiver !== routes.receiver)) continue;
      const shown = Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(', ');
      yield {
        artifact: alert.artifact,
        at: alert.at,
        what: routes === undefined ? `${alert.name} is sent nowhere: this environment has no Alertmanager configuration` : `only the default receiver ${routes.receiver} catches ${alert.name} {${shown}}`,
        fix: 'give the alert a severity that is routed, or add a route under packages/alerts/src/routing',
      };
    }
  },
});
