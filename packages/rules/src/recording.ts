import { type Labels, type Metric, type Query, type Unit, open, series } from '@bud-o11y/model';
import { type Fault, strangers } from './problems.ts';

/** One `record:` line: the expression and the labels that it adds. */
export interface RecordingRule {
  readonly expr: Query;
  readonly labels: Readonly<Record<string, string>>;
}

/** A recorded series: a typed value that alerts and dashboards read like a metric of the catalog. */
export type Recorded<L extends Labels = Labels> = Metric<L> & {
  readonly rules: readonly RecordingRule[];
  /** What is wrong with its declaration; the group that holds it tells. */
  readonly faults: readonly Fault[];
};

/** What every recorded series has in common, whatever its labels are. */
export type AnyRecorded = Pick<Recorded, 'metric' | 'spec' | 'rules' | 'faults'>;

const inputKeys = Object.keys({ name: true, unit: true, help: true, keeps: true } satisfies Readonly<Record<keyof RecordInput<Labels>, true>>);

interface RecordInput<L extends Labels> {
  /** `level:metric:operations`, or one of the document's three names. */
  readonly name: string;
  readonly unit: Unit;
  readonly help: string;
  /** The labels that the result carries, by `keep(…)` from the series that it reads. */
  readonly keeps: L;
}

/** A series recorded by one rule. `moreFaults` are those of what it is made from. */
export function record<const L extends Labels>(input: RecordInput<L> & { readonly expr: Query }, moreFaults: readonly Fault[] = []): Recorded<L> {
  const made = recorded(input, [{ expr: input.expr, labels: {} }], ['expr']);
  return Object.assign(made, { faults: [...made.faults, ...moreFaults] });
}

/** A series recorded by several rules that differ in the value of one label, such as the quantile. */
export function recordBy<const L extends Labels, const Name extends string>(
  input: RecordInput<L> & { readonly label: Name; readonly variants: Readonly<Record<string, Query>> },
): Recorded<L & Readonly<Record<Name, { help: string; cardinality: number }>>> {
  const values = Object.keys(input.variants);
  const added = { [input.label]: open(`one of ${values.join(', ')}`, values.length) } as Record<Name, { help: string; cardinality: number }>;
  const rules = values.map((value) => ({ expr: input.variants[value] as Query, labels: { [input.label]: value } }));
  return recorded({ ...input, keeps: { ...input.keeps, ...added } }, rules, ['label', 'variants']);
}

function recorded<L extends Labels>(input: RecordInput<L>, rules: readonly RecordingRule[], moreKeys: readonly string[]): Recorded<L> {
  const { name, unit, help, keeps } = input;
  const spec = { name, type: 'recorded', unit, help, labels: keeps, provenance: 'proposed', source: 'packages/rules' } as const;
  return Object.assign(series(name, spec, keeps), { rules, faults: strangers(input, [...inputKeys, ...moreKeys], name) });
}
