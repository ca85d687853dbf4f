import type { Environment } from '@bud-o11y/model';
import type { Panel as SdkPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { DataLinkJson } from '../links.ts';
import type { OverrideJson } from './field-style.ts';
import type { Panel } from './panel.ts';
import type { TargetJson, WrittenTarget } from './target.ts';
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

/** A panel as classic JSON has it: what the SDK built, at its place, with what the environment fills in. */
export type PlacedPanel = Omit<SdkPanel, 'gridPos' | 'targets' | 'fieldConfig' | 'links'> & {
  readonly gridPos: GridPosition;
  readonly targets: readonly TargetJson[];
  readonly fieldConfig: { readonly defaults: Readonly<Record<string, unknown>>; readonly overrides: readonly OverrideJson[] };
  /** In the corner of the panel. */
  readonly links?: readonly DataLinkJson[];
};

/** What a panel is shown in: an environment, and a dashboard with variables of these names. */
export interface Surroundings {
  readonly environment: Environment;
  readonly variables: readonly string[];
}

/** The panel at its place, with the thresholds, links and queries of the environment. */
export function place(panel: Panel, { environment, variables }: Surroundings, targets: readonly WrittenTarget[], gridPos: GridPosition): PlacedPanel {
  const { links: _none, ...base } = panel.base;
  const links = within(panel.links, environment, variables);
  const defaults = { ...base.fieldConfig?.defaults, thresholds: within(panel.thresholds, environment) };
  return {
    ...base,
    gridPos,
    targets: targets.map(({ json }) => json),
    fieldConfig: {
      defaults: links.length === 0 ? defaults : { ...defaults, links },
      overrides: within(panel.overrides, environment, variables),
    },
  };
}
