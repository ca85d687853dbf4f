import type { Duration, Environment, ReceiverName, TeamName } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';
import { alertNotificationsFailing, lokiRulerWatchdog, watchdog } from '../alerts/index.ts';
import { type LabelMatcher, alertIs, isMatch, severityIs, teamIs } from './matchers.ts';
import { type TimeIntervalName, teamsWithHours } from './time-intervals.ts';

/** One branch of the routing tree. What is left out is the root's. */
export interface Route {
  readonly receiver: ReceiverName;
  readonly matchers: readonly LabelMatcher[];
  readonly groupBy?: readonly string[];
  readonly groupWait?: Duration;
  readonly groupInterval?: Duration;
  readonly repeatInterval?: Duration;
  /** Notify only within these intervals. Never on the way to a page. */
  readonly activeDuring?: readonly TimeIntervalName[];
  /** Whether the branches below are looked at as well: for copies. */
  readonly isCopy?: true;
}

/** The root: document 6.4, its grouping widened so that two clusters, services or endpoints never share a notification. */
export const rootRoute = {
  receiver: 'default',
  groupBy: ['alertname', 'severity', 'k8s_cluster', 'service', 'cluster', 'endpoint'],
  groupWait: '30s',
  groupInterval: '5m',
  repeatInterval: '4h',
} as const satisfies Omit<Route, 'matchers'>;

function heartbeat(receiver: 'deadmansswitch-mimir' | 'deadmansswitch-loki', alert: Alert): Route {
  return { receiver, matchers: [alertIs(alert)], groupBy: ['alertname', 'k8s_cluster'], groupWait: '0s', groupInterval: '1m', repeatInterval: '1m' };
}

/** What says that one way out is broken must not leave by that way alone: it goes by chat and by mail as well. */
function deliveryCopies({ receivers }: Environment): readonly Route[] {
  const by = (receiver: ReceiverName): Route => ({ receiver, matchers: [alertIs(alertNotificationsFailing)], groupWait: '10s', groupInterval: '1m', repeatInterval: '1h', isCopy: true });
  // Where nobody is paged, what is critical goes to the chat anyway.
  return receivers.paging ? [by('slack-warning'), by('default')] : [by('default')];
}

const securityCopy: Route = { receiver: 'security', matchers: [teamIs('security')], groupBy: ['alertname', 'k8s_cluster'], repeatInterval: '1h', isCopy: true };

const auditCopy: Route = { receiver: 'webhook-audit', matchers: [severityIs('critical')], groupWait: '10s', groupInterval: '1m', repeatInterval: '4h', isCopy: true };

/** P1 is to be answered within 15 minutes, so it waits for company only 10 s. */
function critical(environment: Environment): Route {
  const receiver = environment.receivers.paging ? 'pagerduty-critical' : 'slack-warning';
  return { receiver, matchers: [severityIs('critical')], groupWait: '10s', groupInterval: '1m', repeatInterval: '1h' };
}

const warning: Route = { receiver: 'slack-warning', matchers: [severityIs('warning')] };

/** One digest per team; what comes in at night is sent when the interval opens. */
const info: Route = {
  receiver: 'slack-info', matchers: [severityIs('info')],
  groupBy: ['team', 'k8s_cluster'], groupWait: '10m', groupInterval: '1h', repeatInterval: '24h', activeDuring: ['business-hours'],
};

/** The same digest for a team that keeps hours of its own. */
function infoOf(team: TeamName): Route {
  return { ...info, matchers: [...info.matchers, teamIs(team)], activeDuring: [`business-hours-${team}`] };
}

/** The branches below the root, in the order in which Alertmanager tries them. */
export function routes(environment: Environment): readonly Route[] {
  return [
    heartbeat('deadmansswitch-mimir', watchdog), heartbeat('deadmansswitch-loki', lokiRulerWatchdog),
    securityCopy, auditCopy, ...deliveryCopies(environment),
    critical(environment), warning, ...teamsWithHours(environment).map(infoOf), info,
  ];
}

/** A route as it acts: what it leaves out is the root's. */
export type FullRoute = Route & { readonly groupWait: Duration };

/** The routes that an alert with these labels takes, in the order of the tree; the root alone when no branch fits. */
export function routesOf(labels: Readonly<Record<string, string>>, environment: Environment): readonly FullRoute[] {
  const found: FullRoute[] = [];
  for (const route of routes(environment)) {
    if (!isMatch(route.matchers, labels)) continue;
    found.push({ groupWait: rootRoute.groupWait, ...route });
    if (route.isCopy !== true) return found;
  }
  return found.length === 0 ? [{ ...rootRoute, matchers: [] }] : found;
}

/** Who is notified of an alert with these labels, in the order of the tree. `default` alone means that no branch fits. */
export function receiversOf(labels: Readonly<Record<string, string>>, environment: Environment): readonly ReceiverName[] {
  return routesOf(labels, environment).map(({ receiver }) => receiver);
}
