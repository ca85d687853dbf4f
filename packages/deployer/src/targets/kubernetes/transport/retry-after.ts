/**
 * The header `Retry-After`, in milliseconds from `wall` (since 1970): seconds or a date. Undefined when there is none or
 * it makes no sense; a date in the past is 0.
 */
export function retryAfterMs(header: string | undefined, wall: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = /^[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - wall);
}
