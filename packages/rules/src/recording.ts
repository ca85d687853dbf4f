import { type Labels, type Metric, type Query, type Unit, open, series } from '@bud-o11y/model';

/** One `record:` line: the expression and the labels that it adds. */
export interface RecordingRule {
  readonly expr: Query;
  readonly labels: Readonly<Record<string, string>>;
}

/** A recorded series: a typed value that alerts and dashboards read like a metric of the catalog. */
export type Recorded<L extends Labels = Labels> = Metric<L> & { readonly rules: readonly RecordingRule[] };

/** What every recorded series has in common, whatever its labels are. */
export type AnyRecorded = Pick<Recorded, 'metric' | 'spec' | 'rules'>;

interface RecordInput<L extends Labels> {
  /** `level:metric:operations`, or one of the document's three names. */
  readonly name: string;
  readonly unit: Unit;
  readonly help: string;
  /** The labels that the result carries, by `keep(…)` from the series that it reads. */
  readonly keeps: L;
}

/** A series recorded by one rule. */
export function record<const L extends Labels>(input: RecordInput<L> & { readonly expr: Query }): Recorded<L> {
  return recorded(input, [{ expr: input.expr, labels: {} }]);
}

/** A series recorded by several rules that differ in the value of one label, such as the quantile. */
export function recordBy<const L extends Labels, const Name extends string>(
  input: RecordInput<L> & { readonly label: Name; readonly variants: Readonly<Record<string, Query>> },
): Recorded<L & Readonly<Record<Name, { help: string; cardinality: number }>>> {
  const values = Object.keys(input.variants);
  const added = { [input.label]: open(`one of ${values.join(', ')}`, values.length) } as Record<Name, { help: string; cardinality: number }>;
  const rules = values.map((value) => ({ expr: input.variants[value] as Query, labels: { [input.label]: value } }));
  return recorded({ ...input, keeps: { ...input.keeps, ...added } }, rules);
}

function recorded<L extends Labels>(input: RecordInput<L>, rules: readonly RecordingRule[]): Recorded<L> {
  const { name, unit, help, keeps } = input;
  const spec = { name, type: 'recorded', unit, help, labels: keeps, provenance: 'proposed', source: 'packages/rules' } as const;
  return Object.assign(series(name, spec, keeps), { rules });
}
