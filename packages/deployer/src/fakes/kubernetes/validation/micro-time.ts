import type { ServedKind } from '../kinds.ts';
import { type JsonObject, objectAt } from '../object.ts';

const exact = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}(Z|[+-]\d{2}:\d{2})$/;
const fields: Readonly<Record<string, readonly string[]>> = { Lease: ['acquireTime', 'renewTime'], Event: ['eventTime'] };

/** The error of a time with other than six fractional digits where the server wants microseconds; undefined when all are right. */
export function microTimeError(object: JsonObject, { kind }: ServedKind): string | undefined {
  const times = kind === 'Lease' ? objectAt(object, 'spec') : object;
  const wrong = (fields[kind] ?? []).map((field) => times[field]).find((time) => typeof time === 'string' && !exact.test(time));
  return wrong === undefined ? undefined : `parsing time ${JSON.stringify(wrong)} as "2006-01-02T15:04:05.000000Z07:00": cannot parse ${JSON.stringify(fraction(String(wrong)))} as ".000000"`;
}

function fraction(time: string): string {
  return time.slice('2026-01-01T00:00:00'.length);
}
