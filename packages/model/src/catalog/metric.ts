import { type Hole, type MatchValue, hole, writeMatchers } from '../query/holes.ts';
import type { LabelSpec, Labels } from './labels.ts';

export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'recorded';

/** Units by which panels format and alerts compare; `ratio` is 0..1. */
export type Unit = 'requests' | 'requests/s' | 'seconds' | 'bytes' | 'bytes/s' | 'cores' | 'ratio' | 'tokens' | 'tokens/s' | 'count' | 'celsius' | 'watts' | 'bool' | 'timestamp' | 'lines/s' | 'samples/s' | 'series' | 'percent';

/** Where the knowledge of a metric comes from: the document, real code that exports it, or our proposal. */
export type Provenance = 'document' | 'real' | 'proposed';

/** What is known of one metric. `labels` holds the program's own and the target labels. */
export interface MetricSpec {
  readonly name: string;
  readonly type: MetricType;
  readonly unit: Unit;
  readonly help: string;
  readonly labels: Labels;
  readonly provenance: Provenance;
  /** Where that is written: a section of the document, or the exporter. */
  readonly source: string;
  /** Upper bounds of a classic histogram, in `unit`, without +Inf. */
  readonly buckets?: readonly number[];
}

/** One series name of the catalog, usable as a hole (`${up}`) whatever its labels are. */
export interface Series extends Hole {
  readonly metric: string;
  readonly spec: MetricSpec;
}

/** Label matchers of a series: an unknown label, or a value outside a closed list, does not compile. */
export type Matchers<L extends Labels> = { readonly [Name in keyof L]?: MatchValue<L[Name] extends LabelSpec<infer Value> ? Value : string> };

/** A series that can be selected from: `up({ job: 'budapp' })`. */
export interface Metric<L extends Labels = Labels> extends Series {
  (matchers: Matchers<L>): Hole;
  /** The label specifications, for `labels(…)` and for series recorded from this one. */
  readonly labels: L;
}

/** A classic histogram has three series and none of its own name. */
export interface Histogram<L extends Labels> {
  readonly spec: MetricSpec;
  readonly bucket: Metric<L & { readonly le: LabelSpec }>;
  readonly sum: Metric<L>;
  readonly count: Metric<L>;
}

/** A summary: its quantiles cannot be aggregated, so only sum and count are of use over several pods. */
export interface Summary<L extends Labels> {
  readonly spec: MetricSpec;
  readonly quantile: Metric<L & { readonly quantile: LabelSpec }>;
  readonly sum: Metric<L>;
  readonly count: Metric<L>;
}

export type MetricInput<L extends Labels> = Omit<MetricSpec, 'type' | 'labels'> & { readonly labels: L };

/** Makes the series of one name; used by the catalog and by the rules that record. */
export function series<const L extends Labels>(name: string, spec: MetricSpec, labels: L): Metric<L> {
  const select = (matchers: Matchers<L>): Hole => {
    const written = writeMatchers(matchers);
    return hole(name + written.text, written.variables.length === 0 ? {} : { variables: written.variables });
  };
  return Object.assign(select, { ...hole(name), metric: name, spec, labels });
}

export function counter<const L extends Labels>(input: MetricInput<L>): Metric<L> {
  return series(input.name, { ...input, type: 'counter' }, input.labels);
}

export function gauge<const L extends Labels>(input: MetricInput<L>): Metric<L> {
  return series(input.name, { ...input, type: 'gauge' }, input.labels);
}

const le: LabelSpec = { help: 'upper bound of the bucket', cardinality: 15 };
const quantile: LabelSpec = { help: 'quantile computed in the process', cardinality: 7 };

export function histogram<const L extends Labels>(input: MetricInput<L> & { readonly buckets: readonly number[] }): Histogram<L> {
  const spec: MetricSpec = { ...input, type: 'histogram' };
  return {
    spec,
    bucket: series(`${input.name}_bucket`, spec, { ...input.labels, le }),
    sum: series(`${input.name}_sum`, spec, input.labels),
    count: series(`${input.name}_count`, spec, input.labels),
  };
}

export function summary<const L extends Labels>(input: MetricInput<L>): Summary<L> {
  const spec: MetricSpec = { ...input, type: 'summary' };
  return {
    spec,
    quantile: series(input.name, spec, { ...input.labels, quantile }),
    sum: series(`${input.name}_sum`, spec, input.labels),
    count: series(`${input.name}_count`, spec, input.labels),
  };
}

/** A list of label names for `by`, `on` and the like: `sum by (${labels(up, 'job')})`. Names that the series lacks do not compile. */
export function labels<L extends Labels>(_of: Metric<L>, ...names: readonly (keyof L & string)[]): Hole {
  return hole(names.join(', '));
}

/** The specifications of some labels of a series, to declare what a recorded series keeps. */
export function keep<L extends Labels, const Names extends readonly (keyof L & string)[]>(of: Metric<L>, ...names: Names): Pick<L, Names[number]> {
  return Object.fromEntries(names.map((name) => [name, of.labels[name]])) as Pick<L, Names[number]>;
}
