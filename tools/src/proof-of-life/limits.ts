import { colours } from '@bud-o11y/dashboards';
import type { PanelJson, ThresholdsJson } from './dashboard-json.ts';
import type { AnsweredSeries } from './store.ts';

/** Where the colours of a value begin, lowest first; one step says that values are neither good nor bad. */
export type Limits = ThresholdsJson['steps'];

const bad: ReadonlySet<string> = new Set([colours.warning, colours.critical]);

/** The thresholds of a target: its own, where the panel sets it apart by its refId, else those of the panel. */
export function limitsOf({ fieldConfig }: PanelJson, refId: string): Limits {
  const own = fieldConfig?.overrides
    .filter(({ matcher }) => matcher.id === 'byFrameRefID' && matcher.options === refId)
    .flatMap(({ properties }) => properties)
    .find(({ id }) => id === 'thresholds')?.value as ThresholdsJson | undefined;
  return (own ?? fieldConfig?.defaults.thresholds)?.steps ?? [];
}

/** Whether any colour of the limits is orange or red. */
export function canBeBad(limits: Limits): boolean {
  return limits.some(({ color }) => bad.has(color));
}

/** Whether the last value of any series is orange or red. */
export function isBad(limits: Limits, series: readonly AnsweredSeries[]): boolean {
  return series.some(({ points }) => {
    const last = points.findLast(([, value]) => !Number.isNaN(value))?.[1];
    return last !== undefined && bad.has(limits.findLast(({ value }) => value === null || last >= value)?.color ?? '');
  });
}
