import { severities } from '@bud-o11y/model';
import { type Finding, bundleCheck } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { deliveries, receiverIntegrations } from '../routing.ts';

/** Severities that somebody must answer; heartbeats (`none`) are routed by name. */
const answered: readonly string[] = Object.values(severities).filter(({ responseMinutes }) => responseMinutes > 0).map(({ severity }) => severity);

/** Every severity of document 6.1 is routed on its own to a receiver that notifies somebody, and alerts use no other. */
export const routingSeverityWithoutReceiver = bundleCheck({
  id: 'routing-severity-without-receiver',
  severity: 'error',
  why: 'the next alert of that severity would reach nobody, although nothing about it looks wrong',
  appliesTo: ['alertmanager', 'alert-rules'],
  *run(context) {
    yield* unrouted(context);
    for (const alert of context.alerts) {
      const severity = alert.rule.labels?.['severity'] ?? '';
      if (Object.hasOwn(severities, severity)) continue;
      yield { artifact: alert.artifact, at: alert.at, what: `${alert.name} has the severity ${JSON.stringify(severity)}, which document 6.1 does not know`, fix: `use one of ${Object.keys(severities).join(', ')}` };
    }
  },
});

function* unrouted({ bundle, routes }: CheckContext): Iterable<Finding> {
  const artifact = bundle.artifacts.find(({ kind }) => kind === 'alertmanager');
  if (artifact?.kind !== 'alertmanager' || routes === undefined) return;
  const integrations = receiverIntegrations(artifact.data);
  for (const severity of answered) {
    const chosen = deliveries(routes, { severity }).map(({ receiver }) => receiver).filter((receiver) => receiver !== routes.receiver);
    if (chosen.length === 0) {
      yield { artifact, at: 'route', what: `no route catches severity="${severity}"`, fix: `add a route with the matcher severity="${severity}" under packages/alerts/src/routing` };
    } else if (chosen.every((receiver) => integrations.get(receiver)?.length === 0)) {
      yield { artifact, at: 'receivers', what: `severity="${severity}" goes to ${chosen.join(', ')}, which notifies nobody`, fix: 'give the receiver an integration (Slack, PagerDuty, e-mail, webhook)' };
    }
  }
}
