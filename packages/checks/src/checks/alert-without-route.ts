import { severities } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';
import { staticLabels } from '../rule-use.ts';
import { type Route, deliveries } from '../routing.ts';

/** Every alert reaches a receiver that some route chose; the default receiver alone is what nobody decided. */
export const alertWithoutRoute = bundleCheck({
  id: 'alert-without-route',
  severity: 'error',
  why: 'the default receiver is a mailbox: nobody answers in the time that the severity promises',
  appliesTo: ['alert-rules', 'alertmanager'],
  *run({ alerts, routes }) {
    const seen = new Set<string>();
    for (const alert of alerts) {
      const labels = staticLabels(alert);
      const shown = Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(', ');
      // An alert may have several rules that are routed alike; and a severity that no route catches is one fault, not one per alert.
      if (seen.has(shown) || (routes !== undefined && (isChosen(routes, labels) || isUnroutedSeverity(routes, labels)))) continue;
      seen.add(shown);
      yield {
        artifact: alert.artifact,
        at: alert.at,
        file: alert.file,
        what: routes === undefined ? `${alert.name} is sent nowhere: this environment has no Alertmanager configuration` : `only the default receiver ${routes.receiver} catches ${alert.name} {${shown}}`,
        fix: 'give the alert a severity that is routed, or add a route under packages/alerts/src/routing',
      };
    }
  },
});

function isChosen(routes: Route, labels: Readonly<Record<string, string>>): boolean {
  return deliveries(routes, labels).some(({ receiver }) => receiver !== routes.receiver);
}

/** What `routing-severity-without-receiver` tells of: a severity of document 6.1 that has no route of its own. */
function isUnroutedSeverity(routes: Route, { severity = '' }: Readonly<Record<string, string>>): boolean {
  const answered = Object.values(severities).filter(({ responseMinutes }) => responseMinutes > 0).map((known): string => known.severity);
  return answered.includes(severity) && !isChosen(routes, { severity });
}
