/**
 * The place of the last real sample in promtool's notation, counted from 0; undefined where there is none. `1+2x3` is four
 * samples, `5x3` as well; `_` is a gap, `_x3` three of them; `stale` ends the series.
 * @throws RangeError for a notation that it does not know.
 */
export function lastSample(values: string): number | undefined {
  let next = 0;
  let last: number | undefined;
  for (const token of values.trim().split(/\s+/)) {
    const count = samplesOf(token);
    next += count;
    if (!token.startsWith('_') && token !== 'stale') last = next - 1;
    if (token === 'stale') last = undefined;
  }
  return last;
}

function samplesOf(token: string): number {
  const [, gaps] = /^_(?:x(\d+))?$/.exec(token) ?? [];
  if (token.startsWith('_')) return Number(gaps ?? 1);
  if (token === 'stale' || /^-?[\d.]+(?:e[+-]?\d+)?$/.test(token)) return 1;
  const [, more] = /^-?[\d.]+(?:e[+-]?\d+)?(?:[+-][\d.]+(?:e[+-]?\d+)?)?x(\d+)$/.exec(token) ?? [];
  if (more === undefined) throw new RangeError(`unknown notation of samples: ${token}`);
  return Number(more) + 1;
}
