import { durationMs } from '@bud-o11y/model';
import { type Burn, type ServiceLevel, burnLimit, burns } from '@bud-o11y/rules';
import { type AlertCase, type InputSeries, fires, quiet, samples } from './cases.ts';
import { leastTraffic } from './traffic.ts';

/** A value that matters: a tenth above the limit. One at the limit does not. */
const above = (limit: number): number => Number((limit * 1.1).toFixed(6));

/** What the cases of an objective are made of. */
type Judged = Pick<ServiceLevel, 'objective' | 'series' | 'total'>;

/**
 * The cases that every burn-rate alert must have: each pair of windows fires by itself as soon as both are above the limit
 * for `holdMinutes`, and stays quiet while either of them is not; a page also while there are too few requests. `example` is
 * the labels of the series that they show.
 */
export function burnCases(slo: Judged, pace: keyof typeof burns, holdMinutes: number, example: Readonly<Record<string, string>>): readonly AlertCase[] {
  const pairs: readonly [Burn, Burn] = burns[pace];
  const constant = (window: Burn['short'], value: number, of = example): InputSeries => samples(slo.series(window, of), `${value}x120`);
  // All requests come at the start, so that their sum over the window is the same at each evaluation.
  const traffic = (rate: number, of = example): readonly InputSeries[] => (pace === 'page' ? [samples(slo.series('total', of), `${rate} 0x120`)] : []);
  const elsewhere = 'service' in example ? { ...example, service: 'another' } : undefined;
  return pairs.flatMap((pair, index) => {
    const other = pairs[1 - index] ?? pair;
    const limit = burnLimit(slo, pair.factor);
    const least = leastTraffic(slo.total, pair.long);
    const given = (long: number, short: number, rate = above(least), of = example): readonly InputSeries[] =>
      [constant(pair.long, long, of), constant(pair.short, short, of), constant(other.long, 0, of), constant(other.short, 0, of), ...traffic(rate, of)];
    const which = `the pair of factor ${pair.factor}`;
    const at = `${holdMinutes + 1}m` as const;
    const burning = given(above(limit), above(limit));
    return [
      fires(`${which}, both windows just above the limit`, { series: burning, quietAt: `${holdMinutes - 1}m`, at, alerts: [{ labels: example, value: above(limit) }] }),
      quiet(`${which}, the long window at the limit`, { series: given(limit, above(limit)), at }),
      quiet(`${which}, the short window at the limit`, { series: given(above(limit), limit), at }),
      ...(elsewhere === undefined ? [] : [quiet(`${which}, of another service`, { series: given(above(limit), above(limit), above(least), elsewhere), at })]),
      ...(pace === 'page' ? trafficCases(which, pair, burning, given(above(limit), above(limit), least), at) : []),
    ];
  });
}

/** Too few requests: just so many as do not count, and more of them that are older than the window. */
function trafficCases(which: string, { long }: Burn, burning: readonly InputSeries[], withLeast: readonly InputSeries[], at: `${number}m`): readonly AlertCase[] {
  const step = (durationMs(long) ?? Number.NaN) / 600_000;
  return [
    quiet(`${which}, of just too few requests`, { series: withLeast, at }),
    quiet(`${which}, of requests that are older than the window`, { series: burning, step: `${step}m`, at: `${12 * step}m` }),
  ];
}
