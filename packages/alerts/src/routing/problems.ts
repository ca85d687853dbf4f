import { type Environment, type Problem, durationMs } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';
import { rulesOf } from '../rules-of.ts';
import { yieldedLabels } from '../yielded-labels.ts';
import type { Inhibition } from './inhibitions.ts';
import type { Route } from './routes.ts';

/** Inhibitions whose `equal` names a label that an alert of either side lacks: where both lack it, everything is silenced. */
export function inhibitionProblems(inhibitions: readonly Inhibition[], environment: Environment): readonly Problem[] {
  return inhibitions.flatMap(({ cause, symptoms, equal }) => [cause, ...symptoms].flatMap((alert) => {
    const carried = labelsOf(alert, environment);
    return carried === undefined ? [] : equal.filter((label) => !carried.has(label)).map((label): Problem => ({
      code: 'alerts-inhibition-label',
      severity: 'error',
      where: { file: 'packages/alerts/src/routing/inhibitions.ts', path: cause.id },
      what: `${cause.id} silences by equal ${label}, which ${alert.id} does not carry`,
      why: 'a label that both sides lack counts as equal: the alert would silence symptoms of everything else',
      fix: `leave ${label} out of equal, or keep it in the expression of ${alert.id}`,
    }));
  }));
}

/** Labels that an alert arrives with; undefined where it does not exist. */
function labelsOf(alert: Alert, environment: Environment): ReadonlySet<string> | undefined {
  const [rule] = rulesOf(alert, environment);
  return rule === undefined ? undefined : new Set([...Object.keys(rule.data.labels ?? {}), ...(yieldedLabels(rule.query) ?? [])]);
}

/** Routes whose durations Alertmanager refuses. */
export function routeProblems(routes: readonly Omit<Route, 'matchers'>[]): readonly Problem[] {
  return routes.flatMap((route) => (['groupWait', 'groupInterval', 'repeatInterval'] as const).flatMap((key): readonly Problem[] => {
    const value = route[key];
    if (value === undefined || (durationMs(value) !== undefined && (key === 'groupWait' || durationMs(value) !== 0))) return [];
    return [{
      code: 'alerts-route-duration',
      severity: 'error',
      where: { file: 'packages/alerts/src/routing/routes.ts', path: `${route.receiver} ${key}` },
      what: `${key} of the route to ${route.receiver} is ${value}, which is no duration or too short`,
      why: 'Alertmanager refuses the whole file and keeps the old one, or does not start',
      fix: 'write a number and one of ms, s, m, h, d, w, y; only groupWait may be 0s',
    }];
  }));
}
