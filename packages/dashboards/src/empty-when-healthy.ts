import { annotationsOf } from './annotations.ts';
import type { Dashboard } from './dashboard.ts';
import { refIdOf } from './panels/target.ts';

/** Why some queries of a dashboard find nothing while all is well, by the place that its artifact gives them. */
export function emptyWhenHealthy(dashboard: Dashboard): ReadonlyMap<string, string> {
  const ofTargets = dashboard.rows.flatMap(({ panels }) => panels).flatMap(({ input: { id, title, targets } }) =>
    targets.map((target, index) => [`panel ${id} ${title} target ${refIdOf(target, index)}`, target.emptyWhenHealthy] as const),
  );
  const ofAnnotations = annotationsOf(dashboard).map((annotation) => [`annotation ${annotation.name}`, annotation.emptyWhenHealthy] as const);
  return new Map([...ofTargets, ...ofAnnotations].flatMap(([at, reason]) => (reason === undefined ? [] : [[at, reason] as const])));
}
