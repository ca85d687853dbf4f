import { type Burn, type ServiceLevel, burnLimit } from '@bud-o11y/rules';
import { type AlertCase, type InputSeries, fires, quiet, samples } from './cases.ts';

/** The smallest ratios that matter: a tenth above the limit, and a tenth below. */
const above = (limit: number): number => Number((limit * 1.1).toFixed(6));
const below = (limit: number): number => Number((limit * 0.9).toFixed(6));

/**
 * The cases that every burn-rate alert must have: each pair of windows fires by itself as soon as both are above the limit
 * for `holdMinutes`, and stays quiet while either of them is below. `example` is the labels of the series that they show.
 */
export function burnCases(slo: Pick<ServiceLevel, 'objective' | 'series'>, pairs: readonly [Burn, Burn], holdMinutes: number, example: Readonly<Record<string, string>>): readonly AlertCase[] {
  const constant = (window: Burn['short'], value: number, of = example): InputSeries => samples(slo.series(window, of), `${value}x120`);
  const elsewhere = 'service' in example ? { ...example, service: 'another' } : undefined;
  return pairs.flatMap((pair, index) => {
    const other = pairs[1 - index] ?? pair;
    const limit = burnLimit(slo, pair.factor);
    const given = (long: number, short: number, of = example): readonly InputSeries[] => [constant(pair.long, long, of), constant(pair.short, short, of), constant(other.long, 0, of), constant(other.short, 0, of)];
    const which = `the pair of factor ${pair.factor}`;
    const at = `${holdMinutes + 1}m` as const;
    return [
      fires(`${which}, both windows just above the limit`, { series: given(above(limit), above(limit)), quietAt: `${holdMinutes - 1}m`, at, alerts: [{ labels: example, value: above(limit) }] }),
      quiet(`${which}, the long window just below the limit`, { series: given(below(limit), above(limit)), at }),
      quiet(`${which}, the short window just below the limit`, { series: given(above(limit), below(limit)), at }),
      ...(elsewhere === undefined ? [] : [quiet(`${which}, of another service`, { series: given(above(limit), above(limit), elsewhere), at })]),
    ];
  });
}
