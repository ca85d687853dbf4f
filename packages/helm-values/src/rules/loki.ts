import { type ValueFault, type ValueRule, at, below } from '../value-rule.ts';
import { keptLongEnough } from './kept-long-enough.ts';
import { lokiPeriods } from './loki-periods.ts';

/** What Loki's own configuration must fulfil, wherever it stands. */
export function lokiRules(base: string): readonly ValueRule[] {
  return [keptLongEnough('loki', below(base, 'limits_config.retention_period')), streamsKeptLongEnough(below(base, 'limits_config.retention_stream')), lokiPeriods(base)];
}

/** The retention of single streams has the same floor. */
function streamsKeptLongEnough(path: string): ValueRule {
  return (values, environment) => {
    const streams = at(values, path);
    if (!Array.isArray(streams)) return [];
    return streams.flatMap((_stream, index): readonly ValueFault[] => keptLongEnough('loki', `${path}.${index}.period`)(values, environment));
  };
}
