/** What a counter of a unit grows by in a second; CPU seconds per second are cores. */
const rates: Readonly<Record<string, string>> = { requests: 'requests/s', tokens: 'tokens/s', bytes: 'bytes/s', count: 'events/s', seconds: 'cores' };
const growing: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(rates).map(([of, rate]) => [rate, of]));

/** Units of which one is a thing that happens, so that anything by it is a mean. */
const happenings: ReadonlySet<string> = new Set(['count', 'requests']);

/** Unit of a rate of change. */
export function perSecond(unit: string): string {
  return rates[unit] ?? `${unit}/s`;
}

/** Unit of a sum over series. Ratios and points in time have none; of states it is how many hold. */
export function summed(unit: string): string | undefined {
  if (unit === 'ratio' || unit === 'percent' || unit === 'timestamp') return undefined;
  return unit === 'bool' ? 'count' : unit;
}

/** Unit of `left / right`: a share of equals, a mean by happenings, the time that a stock lasts, else undefined. A bare number may scale anything. */
export function quotient(left: string, right: string): string | undefined {
  if (left === 'number' || right === 'number') return undefined;
  if (left === right) return 'ratio';
  const [of, by] = [growing[left], growing[right]];
  if (of !== undefined && by !== undefined) return quotient(of, by);
  if (happenings.has(left) && happenings.has(right)) return 'ratio';
  if (of === undefined && by === undefined) return happenings.has(right) ? left : undefined;
  return of === undefined && by !== undefined && (left === by || (happenings.has(left) && happenings.has(by))) ? 'seconds' : undefined;
}

/** Unit of `left * right`: a state switches a value on or off; the rest has no name. */
export function product(left: string, right: string): string | undefined {
  if (left === 'bool') return right;
  return right === 'bool' ? left : undefined;
}

/** Unit of `left + right` and `left - right`; between two points in time lie seconds. */
export function difference(left: string, right: string, operator: '+' | '-'): string | undefined {
  if (left === 'timestamp' && right === 'timestamp') return operator === '-' ? 'seconds' : undefined;
  if (left === 'timestamp' && right === 'seconds') return 'timestamp';
  if (left === right || right === 'number') return left;
  return left === 'number' ? right : undefined;
}
