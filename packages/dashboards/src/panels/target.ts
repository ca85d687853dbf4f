import { type Environment, type Query, type QueryLanguage, datasources, canonical, macros, metricsRead } from '@bud-o11y/model';
import { DataqueryBuilder as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import { DataqueryBuilder as PrometheusQuery, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { DataqueryBuilder as TempoQuery, MetricsQueryType, SearchTableType } from '@grafana/grafana-foundation-sdk/tempo';
import type { Varying } from './varying.ts';

/** How a panel wants its answer: a curve, one value now, rows of a table, or the buckets of a heatmap. */
export type Shape = 'range' | 'instant' | 'table' | 'heatmap';

/** A query of a panel. It is a function of the environment where it holds a limit or an alert's threshold of that environment. */
export interface Target {
  readonly query: Query | ((environment: Environment) => Query);
  /** Language of a query that is a function; PromQL when left out. */
  readonly language?: QueryLanguage;
  /** Legend of its series, `{{label}}` from the series; for tables and logs it is unused. */
  readonly legend: string;
  readonly refId?: string;
  readonly shape?: Shape;
  readonly exemplar?: boolean;
  /** Longest list of traces or lines. */
  readonly limit?: number;
  /** Why it finds nothing while all is well. Without this the proof of life wants data from it, with it none. */
  readonly emptyWhenHealthy?: string;
}

/** What the query languages have in common: the data source that reads them. */
const sources = { promql: datasources.mimir, logql: datasources.loki, traceql: datasources.tempo } as const;

/** A data source by the variable of the dashboard, so that a copy of a dashboard can look at another store. */
export function datasourceOf(language: QueryLanguage): { type: string; uid: string } {
  const { type, variable } = sources[language];
  return { type, uid: `\${${variable}}` };
}

/** The language of a target, known before any environment is. */
export function languageOf(target: Target): QueryLanguage {
  return typeof target.query === 'function' ? (target.language ?? 'promql') : target.query.language;
}

/** A target as Grafana stores it: these, and what its data source wants of a query. */
export interface TargetJson extends Readonly<Record<string, unknown>> {
  readonly refId: string;
  readonly datasource: { readonly type: string; readonly uid: string };
}

/** A target with its query written out. */
export interface WrittenTarget {
  readonly refId: string;
  readonly query: Query;
  readonly reads: readonly string[];
  readonly json: TargetJson;
}

/** The name of a target: the given one, else A, B, C … by place. */
export function refIdOf(target: Target, index: number): string {
  return target.refId ?? String.fromCharCode(65 + index);
}

/** A target under its name. */
export function writeTarget(target: Target, index: number, shape: Shape): Varying<WrittenTarget> {
  const { query } = target;
  const refId = refIdOf(target, index);
  const write = (written: Query): WrittenTarget => ({ refId, query: written, reads: metricsRead(written), json: targetJson(target, written, refId, shape) });
  if (typeof query === 'function') return { of: (environment) => write(query(environment)) };
  const fixed = write(query);
  return { fixed: { ...fixed, json: canonical(fixed.json) } };
}

/** The target as Grafana stores it. The SDK's `build()` adds a method that marks the type; it is no data and is left out. */
export function targetJson(target: Target, query: Query, refId: string, shape: Shape): TargetJson {
  const built: object = builders[query.language](target, query, refId, target.shape ?? shape);
  const json = Object.fromEntries(Object.entries(built).filter(([, value]) => typeof value !== 'function'));
  return { ...json, refId, datasource: datasourceOf(query.language) };
}

const builders: Readonly<Record<QueryLanguage, (target: Target, query: Query, refId: string, shape: Shape) => object>> = {
  promql(target, query, refId, shape) {
    const builder = new PrometheusQuery().refId(refId).expr(query.text).legendFormat(target.legend);
    if (target.exemplar === true) builder.exemplar(true);
    if (shape === 'heatmap') return builder.range().format(PromQueryFormat.Heatmap).build();
    if (shape === 'table') return builder.instant().format(PromQueryFormat.Table).build();
    return (shape === 'instant' ? builder.instant() : builder.range()).build();
  },
  logql(target, query, refId, shape) {
    const builder = new LokiQuery().refId(refId).expr(query.text).legendFormat(target.legend);
    if (target.limit !== undefined) builder.maxLines(target.limit);
    if (shape === 'instant' || shape === 'table') return builder.queryType('instant').build();
    // Bars of a count over $interval must stand as far apart as they are wide, or lines are counted in several of them.
    if (query.text.includes(macros.interval.text)) builder.step(macros.interval.text);
    return builder.queryType('range').build();
  },
  traceql(target, query, refId, shape) {
    const builder = new TempoQuery().refId(refId).queryType('traceql').query(query.text);
    if (shape === 'range') return builder.metricsQueryType(MetricsQueryType.Range).build();
    return builder.limit(target.limit ?? 20).tableType(SearchTableType.Traces).build();
  },
};
