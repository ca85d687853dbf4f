import type { Environment } from '@bud-o11y/model';
import type { Panel } from './panel.ts';
import type { WrittenTarget } from './target.ts';
import { within } from './varying.ts';

/** Where a panel stands: columns of 24, lines from the top. */
export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The targets whose series exist in the environment; a recording over a longer time than it keeps metrics does not. */
export function keptTargets(panel: Panel, environment: Environment, missing: ReadonlySet<string>): readonly WrittenTarget[] {
  const targets = panel.targets.map((target) => within(target, environment));
  return missing.size === 0 ? targets : targets.filter(({ reads }) => !reads.some((name) => missing.has(name)));
}

/** The panel's JSON at its place, with the thresholds, links and queries of the environment. */
export function place(panel: Panel, environment: Environment, targets: readonly WrittenTarget[], gridPos: GridPosition): Readonly<Record<string, unknown>> {
  const links = within(panel.links, environment);
  const defaults = { ...panel.base.fieldConfig?.defaults, thresholds: within(panel.thresholds, environment) };
  return {
    ...panel.base,
    gridPos,
    targets: targets.map(({ json }) => json),
    fieldConfig: {
      defaults: links.length === 0 ? defaults : { ...defaults, links },
      overrides: within(panel.overrides, environment),
    },
  };
}
