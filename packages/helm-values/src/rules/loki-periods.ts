import { isDeepStrictEqual } from 'node:util';
import { isDirectory } from '../addresses.ts';
import { type ValueFault, type ValueRule, at, below } from '../value-rule.ts';

/**
 * The periods under which data lies in a store, as it was written: a record, and on purpose not what the configuration is
 * made of. When a new period has begun, it is added here; an entry leaves when nothing of its time is kept any more.
 */
const written = [{ from: '2024-01-01', store: 'tsdb', schema: 'v13', index: { prefix: 'index_', period: '24h' } }] as const;

/** Loki's schema is append only: a period that has begun stands as it was, and a new one comes after it. */
export function lokiPeriods(base: string): ValueRule {
  const path = below(base, 'schema_config.configs');
  return (values, environment) => {
    const periods = at(values, path);
    if (!Array.isArray(periods)) return [];
    const recorded = written.map((period) => ({ ...period, object_store: isDirectory(environment) ? 'filesystem' : 's3' }));
    const begun = recorded.flatMap((period, index): readonly ValueFault[] =>
      isDeepStrictEqual(periods[index], period) ? [] : [{ path: `${path}.${index}`, what: `the schema period of ${period.from} has begun and is changed to ${JSON.stringify(periods[index]) ?? 'nothing'}`, fix: `leave it as it was, ${JSON.stringify(period)}, and append a period with a date to come` }],
    );
    const dates = periods.map((period: { readonly from?: unknown }) => String(period.from));
    const unordered = dates.flatMap((from, index): readonly ValueFault[] =>
      index > 0 && from <= String(dates[index - 1]) ? [{ path: `${path}.${index}.from`, what: `the schema period of ${from} does not come after that of ${dates[index - 1]}`, fix: 'append periods in the order of their dates' }] : [],
    );
    return [...begun, ...unordered];
  };
}
