import { type AggregationPart, type BinaryPart, type CallPart, type Expression, catalogLabels } from '@bud-o11y/model';
import type { Recordings } from './recordings.ts';

/** The labels that a result has, each of its series all of them; `scalar` for a number, undefined where that cannot be told. */
export type LabelSet = ReadonlySet<string> | 'scalar' | undefined;

const setOperators: ReadonlySet<string> = new Set(['and', 'unless']);
const choosers: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
const scalars: ReadonlySet<string> = new Set(['scalar', 'time', 'pi']);
/** Functions that give no label set that could be compared: what they return depends on the data. */
const untold: ReadonlySet<string> = new Set(['', 'absent', 'absent_over_time', 'label_replace', 'label_join', 'info', 'vector']);

/** Derives label sets from the catalog and through the rules that record. */
export function labelSets(recordings: Recordings): (expression: Expression) => LabelSet {
  const known = new Map<string, LabelSet>();

  function ofSeries(metric: string): LabelSet {
    if (known.has(metric)) return known.get(metric);
    known.set(metric, undefined);
    const found = recordings.has(metric) ? ofRecorded(metric) : withoutName(catalogLabels(metric));
    known.set(metric, found);
    return found;
  }

  function ofRecorded(metric: string): LabelSet {
    const own = Object.keys(recordings.of(metric)[0]?.rule.labels ?? {});
    const sets = recordings.expressions(metric).map(of);
    const [first] = sets;
    if (first === undefined || first === 'scalar' || !sets.every((set) => isSame(set, first))) return undefined;
    return new Set([...first, ...own]);
  }

  function of(expression: Expression): LabelSet {
    switch (expression.kind) {
      case 'number':
        return 'scalar';
      case 'string':
        return undefined;
      case 'selector':
        return ofSeries(expression.metric);
      case 'subquery':
        return of(expression.of);
      case 'aggregation':
        return ofAggregation(expression);
      case 'call':
        return ofCall(expression);
      default:
        return ofBinary(expression);
    }
  }

  function ofAggregation({ name, clause, labels, of: inner }: AggregationPart): LabelSet {
    if (choosers.has(name)) return of(inner);
    if (name === 'count_values') return undefined;
    if (clause === 'by') return new Set(labels);
    return without(of(inner), labels);
  }

  function ofCall(call: CallPart): LabelSet {
    if (scalars.has(call.name)) return 'scalar';
    if (untold.has(call.name)) return undefined;
    const series = call.arguments.map(of).find((set) => set !== 'scalar');
    return call.name === 'histogram_quantile' ? without(series, ['le']) : series;
  }

  function ofBinary({ operator, left, right, matching }: BinaryPart): LabelSet {
    const [one, other] = [of(left), of(right)];
    if (setOperators.has(operator)) return one;
    if (operator === 'or') return isSame(one, other) ? one : undefined;
    if (one === 'scalar') return other;
    if (other === 'scalar' || one === undefined || other === undefined) return other === 'scalar' ? one : undefined;
    if (matching?.many === 'right') return new Set([...other, ...matching.include]);
    if (matching?.many === 'left') return new Set([...one, ...matching.include]);
    if (matching?.clause === 'on') return new Set(matching.labels);
    return matching === undefined ? one : without(one, matching.labels);
  }

  return of;
}

/** Whether two label sets are known and the same. */
export function isSame(one: LabelSet, other: LabelSet): boolean {
  if (one === undefined || other === undefined || one === 'scalar' || other === 'scalar') return one === other && one !== undefined;
  return one.size === other.size && [...one].every((label) => other.has(label));
}

function without(set: LabelSet, labels: readonly string[]): LabelSet {
  return set === undefined || set === 'scalar' ? set : new Set([...set].filter((label) => !labels.includes(label)));
}

function withoutName(set: ReadonlySet<string> | undefined): LabelSet {
  return set && new Set([...set].filter((label) => label !== '__name__'));
}
