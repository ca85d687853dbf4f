import { type BinaryPart, type CallPart, type Expression, catalogSeries, walk } from '@bud-o11y/model';
import type { Recordings } from './recordings.ts';
import { difference, perSecond, product, quotient, summed } from './unit-algebra.ts';

/** Tells the unit of an expression's result: a unit of the catalog, a product of the algebra that has no name, or undefined. */
export type UnitLookup = (expression: Expression) => string | undefined;

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);
/** Functions and aggregations whose result is one of the values that went in, or lies between them. */
const keeping: ReadonlySet<string> = new Set([
  '-', '+', 'abs', 'ceil', 'clamp', 'clamp_max', 'clamp_min', 'delta', 'first_over_time', 'floor', 'idelta', 'increase', 'label_join', 'label_replace', 'last_over_time', 'max_over_time',
  'min_over_time', 'predict_linear', 'quantile_over_time', 'round', 'scalar', 'sort', 'sort_desc', 'sort_by_label', 'sort_by_label_desc', 'stddev_over_time', 'vector',
  'max', 'min', 'quantile', 'topk', 'bottomk', 'limitk', 'limit_ratio', 'stddev',
]);
const counting: ReadonlySet<string> = new Set(['changes', 'resets', 'count_over_time', 'present_over_time', 'count', 'count_values', 'group']);

/** Reads units off the catalog and through the rules that record. Where a step has no rule the answer is undefined, never a guess. */
export function unitLookup(recordings: Recordings): UnitLookup {
  const known = new Map<string, string | undefined>();

  function ofSeries(metric: string): string | undefined {
    if (known.has(metric)) return known.get(metric);
    // A series that is read by its own rule has no unit to end at.
    known.set(metric, undefined);
    const found = recordings.has(metric) ? agreed(recordings.expressions(metric).map(of)) : catalogUnit(metric);
    known.set(metric, found);
    return found;
  }

  function of(expression: Expression): string | undefined {
    switch (expression.kind) {
      case 'number':
        return 'number';
      case 'string':
        return undefined;
      case 'selector':
        return ofSeries(expression.metric);
      case 'subquery':
        return of(expression.of);
      case 'aggregation':
        return changed(expression.name, of(expression.of));
      case 'call':
        return ofCall(expression);
      default:
        return ofBinary(expression);
    }
  }

  function ofCall(call: CallPart): string | undefined {
    if (call.name === 'time' || call.name === 'timestamp') return 'timestamp';
    if (call.name === 'absent' || call.name === 'absent_over_time') return 'bool';
    if (call.name === 'histogram_quantile') return observed(call);
    if (call.name === 'quantile_over_time') return call.arguments[1] && of(call.arguments[1]);
    const [argument] = call.arguments;
    return argument && changed(call.name, of(argument));
  }

  /** Unit of what the buckets below an expression count, not of their counts. */
  function observed(expression: Expression): string | undefined {
    const found = [...walk(expression)].flatMap(({ part }) => (part.kind !== 'selector' ? [] : recordings.has(part.metric) ? recordings.expressions(part.metric).map(observed) : [catalogSeries.get(part.metric)?.spec.unit]));
    return agreed(found);
  }

  function ofBinary({ operator, isBool, left, right }: BinaryPart): string | undefined {
    const [one, other] = [of(left), of(right)];
    if (comparisons.has(operator)) return isBool ? 'bool' : one === 'number' ? other : one;
    if (operator === 'and' || operator === 'unless') return one;
    if (operator === 'or') return one === other || other === 'number' ? one : one === 'number' ? other : undefined;
    // `x * 0` fills in zeros for series that are there.
    if (operator === '*' && isZero(right)) return one;
    if (one === undefined || other === undefined) return undefined;
    if (operator === '/') return quotient(one, other);
    if (operator === '*') return product(one, other);
    return operator === '+' || operator === '-' ? difference(one, other, operator) : undefined;
  }

  return of;
}

function isZero(expression: Expression): boolean {
  return expression.kind === 'number' && expression.value === 0;
}

function changed(name: string, unit: string | undefined): string | undefined {
  if (counting.has(name)) return 'count';
  if (unit === undefined) return undefined;
  if (name === 'rate' || name === 'irate' || name === 'deriv') return perSecond(unit);
  if (name === 'sum') return summed(unit);
  if (name === 'avg' || name === 'avg_over_time') return unit === 'bool' ? 'ratio' : unit;
  if (name === 'sum_over_time') return `sum over time of ${unit}`;
  return keeping.has(name) ? unit : undefined;
}

/** Buckets and counts count observations; the sum adds up what was observed. */
function catalogUnit(metric: string): string | undefined {
  const spec = catalogSeries.get(metric)?.spec;
  return (spec?.type === 'histogram' || spec?.type === 'summary') && /_(?:bucket|count)$/.test(metric) ? 'count' : spec?.unit;
}

function agreed(units: readonly (string | undefined)[]): string | undefined {
  return new Set(units).size === 1 ? units[0] : undefined;
}
