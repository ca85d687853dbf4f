import type { Slo } from '@bud-o11y/model';
import { type AlertCase, type InputSeries, fires, quiet, samples } from './cases.ts';
import { type BurnCondition, burnLimit } from './slo.ts';

const endpoint = { endpoint: 'chat' };

/** The smallest ratios that matter: a tenth above the limit, and a tenth below. */
const above = (limit: number): number => Number((limit * 1.1).toFixed(6));
const below = (limit: number): number => Number((limit * 0.9).toFixed(6));

/**
 * The cases that every burn-rate alert must have: each pair of windows fires by itself as soon as both are above the limit
 * for `holdMinutes`, and stays quiet while either of them is below.
 */
export function burnCases(objective: Pick<Slo, 'objective'>, pairs: readonly [BurnCondition, BurnCondition], holdMinutes: number): readonly AlertCase[] {
  return pairs.flatMap((pair, index) => {
    const other = pairs[1 - index] ?? pair;
    const limit = burnLimit(objective, pair.factor);
    const given = (long: number, short: number): readonly InputSeries[] => constants([[pair.long, long], [pair.short, short], [other.long, 0], [other.short, 0]]);
    const which = `the pair of factor ${pair.factor}`;
    return [
      fires(`${which}, both windows just above the limit`, {
        series: given(above(limit), above(limit)), quietAt: `${holdMinutes - 1}m`, at: `${holdMinutes + 1}m`, alerts: [{ labels: endpoint, value: above(limit) }],
      }),
      quiet(`${which}, the long window just below the limit`, { series: given(below(limit), 1), at: `${4 * holdMinutes}m` }),
      quiet(`${which}, the short window just below the limit`, { series: given(1, below(limit)), at: `${4 * holdMinutes}m` }),
    ];
  });
}

/** One series per recording; a recording that both pairs use keeps its first value. */
function constants(values: readonly (readonly [BurnCondition['long'], number])[]): readonly InputSeries[] {
  const first = new Map<string, InputSeries>();
  for (const [series, value] of values) {
    if (!first.has(series.metric)) first.set(series.metric, samples(series(endpoint), `${value}x120`));
  }
  return [...first.values()];
}
