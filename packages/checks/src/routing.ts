import { type JsonObject, objectOf, objectsOf, stringsOf, textOf } from './json-view.ts';
import { type LabelMatcher, makeMatcher, readMatchers } from './matcher.ts';

/** One node of the Alertmanager routing tree; what it does not set itself is its parent's. */
export interface Route {
  /** Place in the configuration: `route`, `route.routes.2`. */
  readonly at: string;
  readonly receiver: string;
  readonly matchers: readonly LabelMatcher[];
  readonly continues: boolean;
  readonly routes: readonly Route[];
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  /** Names of the time intervals outside which the route is silent; not inherited. */
  readonly activeTimeIntervals: readonly string[];
  /** Names of the time intervals inside which the route is silent; not inherited. */
  readonly muteTimeIntervals: readonly string[];
  /** Matchers of this node that cannot be read; such a node catches nothing. */
  readonly faults: readonly string[];
  /** Whether the node uses `match` or `match_re`, which Alertmanager deprecates. */
  readonly deprecated: boolean;
}

type Inherited = Pick<Route, 'receiver' | 'groupBy' | 'groupWait' | 'groupInterval' | 'repeatInterval'>;

/** Alertmanager's own defaults (its configuration reference, `route`). */
const defaults: Inherited = { receiver: '', groupBy: [], groupWait: '30s', groupInterval: '5m', repeatInterval: '4h' };

/** Reads the routing tree of an Alertmanager configuration. Never throws: what is wrong stands in `faults`. */
export function readRoutes(configuration: JsonObject): Route {
  return readRoute(objectOf(configuration['route']), 'route', defaults);
}

function readRoute(node: JsonObject, at: string, parent: Inherited): Route {
  const inherited: Inherited = {
    receiver: textOf(node['receiver']) || parent.receiver,
    groupBy: Array.isArray(node['group_by']) ? stringsOf(node['group_by']) : parent.groupBy,
    groupWait: textOf(node['group_wait']) || parent.groupWait,
    groupInterval: textOf(node['group_interval']) || parent.groupInterval,
    repeatInterval: textOf(node['repeat_interval']) || parent.repeatInterval,
  };
  const read = stringsOf(node['matchers']).map(readMatchers);
  const old = [...oldMatchers(node['match'], '='), ...oldMatchers(node['match_re'], '=~')];
  return {
    at,
    ...inherited,
    matchers: [...read.flatMap(({ matchers }) => matchers), ...old.filter((made) => typeof made !== 'string')],
    continues: node['continue'] === true,
    routes: objectsOf(node['routes']).map((child, index) => readRoute(child, `${at}.routes.${index}`, inherited)),
    activeTimeIntervals: stringsOf(node['active_time_intervals']),
    muteTimeIntervals: stringsOf(node['mute_time_intervals']),
    faults: [...read.flatMap(({ fault }) => fault ?? []), ...old.filter((made) => typeof made === 'string')],
    deprecated: node['match'] !== undefined || node['match_re'] !== undefined,
  };
}

function oldMatchers(value: unknown, op: '=' | '=~'): readonly (LabelMatcher | string)[] {
  return Object.entries(objectOf(value)).map(([label, wanted]) => makeMatcher(label, op, String(wanted)));
}

/**
 * The routes that notify about an alert with these labels, in order: who gets paged.
 * The tree is walked as Alertmanager does: the deepest matching node of each branch, siblings only after a node that continues.
 */
export function deliveries(root: Route, labels: Readonly<Record<string, string>>): readonly Route[] {
  const found: Route[] = [];
  for (const child of root.routes) {
    if (!catches(child, labels)) continue;
    found.push(...deliveries(child, labels));
    if (!child.continues) break;
  }
  return found.length === 0 ? [root] : found;
}

function catches(route: Route, labels: Readonly<Record<string, string>>): boolean {
  return route.faults.length === 0 && route.matchers.every((matcher) => matcher.fits(labels[matcher.label] ?? ''));
}

/** A route and all below it, depth first. */
export function allRoutes(root: Route): readonly Route[] {
  return [root, ...root.routes.flatMap(allRoutes)];
}

/** The receivers of a configuration by name, each with the integrations it notifies through (`slack_configs`, …). */
export function receiverIntegrations(configuration: JsonObject): ReadonlyMap<string, readonly string[]> {
  return new Map(
    objectsOf(configuration['receivers']).map((receiver) => [
      textOf(receiver['name']),
      Object.keys(receiver).filter((key) => key.endsWith('_configs') && objectsOf(receiver[key]).length > 0),
    ]),
  );
}
