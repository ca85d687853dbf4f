import { type Query, labelsWritten, logFields, metricsRead, nearest, spanAttributes, streamLabels } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { type Lookup, viewDashboard } from '../dashboard-view.ts';

/** Every label that a query matches or groups by can be on what it reads; likewise log fields and span attributes. */
export const queryUnknownLabel = artifactCheck({
  id: 'query-unknown-label',
  severity: 'error',
  why: 'a matcher on a label that is never there matches nothing, and grouping by it throws everything into one line',
  appliesTo: ['recording-rules', 'alert-rules', 'dashboard'],
  *run(artifact, context) {
    for (const { at, file, query } of artifact.queries) {
      for (const fault of faults(query, context)) yield { at, ...(file === undefined ? {} : { file }), ...fault };
    }
    if (artifact.kind !== 'dashboard') return;
    for (const { name, lookup } of viewDashboard(artifact).variables) {
      if (lookup === undefined) continue;
      for (const fault of lookupFaults(lookup, context)) yield { at: `variable ${name}`, ...fault };
    }
  },
});

interface Fault {
  readonly what: string;
  readonly fix: string;
}

const streamNames = Object.keys(streamLabels);
const fieldNames = Object.values(logFields).map(({ name }) => name as string);
const attributeNames = Object.keys(spanAttributes);

function faults(query: Query, context: CheckContext): readonly Fault[] {
  if (query.language === 'promql') return promqlFaults(query, context);
  if (query.language === 'logql') return logqlFaults(query);
  return query.names.flatMap((name) => unknown(name, attributeNames, 'no span attribute of the catalog', 'packages/model/src/catalog/traces.ts'));
}

function logqlFaults(query: Query): readonly Fault[] {
  const matched = query.selectors.flatMap(({ matchers }) => matchers.map(({ label }) => label));
  const inSelectors = [...new Set(matched)].flatMap((label) => unknown(label, streamNames, 'no label of log streams', 'packages/model/src/catalog/logs.ts'));
  const elsewhere = query.names
    .filter((name) => !matched.includes(name))
    .flatMap((name) => unknown(name, [...streamNames, ...fieldNames], 'neither a stream label nor a log field', 'packages/model/src/catalog/logs.ts'));
  return [...inSelectors, ...elsewhere];
}

function promqlFaults(query: Query, { series }: CheckContext): readonly Fault[] {
  const written = labelsWritten(query.text);
  const read = metricsRead(query);
  const inSelectors = query.selectors.flatMap(({ metric, matchers }) => matchers.flatMap(({ label }) => notOn(label, [metric], series)));
  const matched = query.selectors.flatMap(({ matchers }) => matchers.map(({ label }) => label));
  const grouped = query.names.filter((name) => !read.includes(name) && !matched.includes(name) && !written.has(name));
  return [...inSelectors, ...grouped.flatMap((label) => notOn(label, read, series))];
}

/** Silent when one of the series is unknown (query-unknown-metric says so) or can carry any label. */
function notOn(label: string, names: readonly string[], series: CheckContext['series']): readonly Fault[] {
  const sets = names.filter((name) => name !== '').map((name) => series.of(name));
  if (sets.length === 0 || sets.some((set) => set === undefined || set.has(label))) return [];
  const known = [...new Set(sets.flatMap((set) => [...(set ?? [])]))];
  return unknown(label, known, `no label of ${names.join(' or ')}`, 'the metric in packages/model/src/catalog/metrics, or to the `by` of the rule that records it');
}

function lookupFaults(lookup: Lookup, { series }: CheckContext): readonly Fault[] {
  const asked = [...lookup.matchedLabels, lookup.label];
  if (lookup.language === 'logql') return asked.flatMap((label) => unknown(label, streamNames, 'no label of log streams', 'packages/model/src/catalog/logs.ts'));
  return lookup.series === '' ? [] : asked.flatMap((label) => notOn(label, [lookup.series], series));
}

function unknown(name: string, known: readonly string[], verdict: string, home: string): readonly Fault[] {
  if (known.includes(name)) return [];
  const guess = nearest(name, known);
  return [{ what: `uses ${name}, which is ${verdict}`, fix: `${guess === undefined ? '' : `did you mean ${guess}? else `}add it to ${home}` }];
}
