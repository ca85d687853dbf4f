import type { ProofOfLifeRun } from '@bud-o11y/model';
import type { PanelJson } from '../dashboard-json.ts';
import type { Series } from '../series.ts';

/** The time that a chart shows, in unix seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The time of the run; of a panel with a time of its own, that of its samples. */
export function spanOf(panel: PanelJson, series: readonly Series[], run: Pick<ProofOfLifeRun, 'from' | 'to'>): Span {
  if (panel.timeFrom === undefined) return { from: run.from, to: run.to };
  const times = series.flatMap(({ points }) => points.map(([seconds]) => seconds));
  return times.length < 2 ? { from: run.from, to: run.to } : { from: Math.min(...times), to: Math.max(...times) };
}
