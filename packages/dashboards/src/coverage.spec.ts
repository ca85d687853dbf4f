import { describe, expect, it } from '@jest/globals';
import { type Artifact, type Query, environmentNamed, environmentNames, metricSpecs, metricsRead, operation, spanOperations } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import { documentQueries, renderDashboards } from './index.ts';

const dashboardsOf = (name: string): readonly Artifact[] => renderDashboards(environmentNamed(name)).filter(({ kind }) => kind === 'dashboard');
const panelQueries = (name: string) => dashboardsOf(name).flatMap(({ queries }) => queries).filter(({ at }) => at.startsWith('panel '));

const sources = new Map(recordingGroups.flatMap(({ series }) => series.map(({ metric, rules }) => [metric, rules.flatMap(({ expr }) => metricsRead(expr))] as const)));

/** The raw series behind a name: itself, or what its recording reads. */
function rawSeries(name: string): readonly string[] {
  return sources.get(name)?.flatMap(rawSeries) ?? [name];
}

/** Where a query stands that an environment shows: `resource-util panel 12 CPU cores by service target A`. */
function placesOf(name: string, shows: (query: Query) => boolean): readonly string[] {
  return dashboardsOf(name).flatMap((dashboard) => dashboard.queries.filter(({ at, query }) => at.startsWith('panel ') && shows(query)).map(({ at }) => `${dashboard.name} ${at}`));
}

/** The twelve metrics of document 3.2, each with a panel that must show it. */
const metricPanels = {
  cluster_gpu_available: 'cluster-status panel 22 ',
  cluster_gpu_utilization: 'resource-util panel 31 ',
  cluster_node_count: 'cluster-status panel 11 ',
  cluster_status: 'cluster-status panel 12 ',
  http_request_duration_seconds: 'platform-overview panel 14 ',
  http_requests_total: 'platform-overview panel 12 ',
  inference_latency_seconds: 'inference-metrics panel 21 ',
  inference_queue_depth: 'inference-metrics panel 41 ',
  inference_requests_total: 'inference-metrics panel 11 ',
  inference_tokens_total: 'inference-metrics panel 51 ',
  process_cpu_seconds_total: 'resource-util panel 12 ',
  process_resident_memory_bytes: 'resource-util panel 15 ',
} as const;

/** The operations of document 5.3, each with the trace panel that must show how long it takes. */
const operationPanels: Readonly<Record<keyof typeof spanOperations, string>> = {
  budappHttp: 'error-tracking panel 53 ',
  budappDatabase: 'error-tracking panel 53 ',
  budappAuth: 'error-tracking panel 53 ',
  budclusterOperations: 'cluster-status panel 34 ',
  budclusterKubernetes: 'cluster-status panel 34 ',
  budgatewayRouting: 'inference-metrics panel 63 ',
  budgatewayProvider: 'inference-metrics panel 63 ',
  budsimSimulation: 'inference-metrics panel 64 ',
  budsimOptimisation: 'inference-metrics panel 64 ',
};

/** The five queries of document 4.4, each with the panel that shows it or whose link opens it. */
const queryPanels: Readonly<Record<keyof typeof documentQueries, string>> = {
  'All errors in last hour': 'error-tracking panel 42 Lines by level link ',
  'Slow API requests': 'audit-activity panel 32 Slow user operations target ',
  'Authentication failures': 'audit-activity panel 12 Failed logins (5m) link ',
  'Specific user activity': 'audit-activity panel 21 Top users by activity link ',
  'Error rate by service': 'error-tracking panel 46 Failure lines/s, all services target ',
};

const entries = <Key extends string, Value>(table: Readonly<Record<Key, Value>>) => Object.entries(table) as [Key, Value][];

describe('the signals of the document, in every environment', () => {
  it('are twelve metrics and nine operations', () => {
    expect(metricSpecs.filter(({ source }) => source.startsWith('document 3.2')).map(({ name }) => name).toSorted()).toEqual(Object.keys(metricPanels));
    expect(Object.keys(operationPanels)).toHaveLength(9);
  });

  describe.each(environmentNames)('%s', (environment) => {
    it.each(entries(metricPanels))('%s is on %s', (name, panel) => {
      const series = [name, `${name}_bucket`, `${name}_count`];
      const places = placesOf(environment, (query) => metricsRead(query).flatMap(rawSeries).some((read) => series.includes(read)));
      expect(places).toContainEqual(expect.stringMatching(new RegExp(`^${panel}.* target `)));
    });

    it.each(entries(operationPanels))('operation %s is on %s', (name, panel) => {
      const places = placesOf(environment, ({ language, text }) => language === 'traceql' && text.includes(operation(spanOperations[name]).text));
      expect(places).toContainEqual(expect.stringMatching(new RegExp(`^${panel}.* target `)));
    });

    it.each(entries(queryPanels))('%s (4.4) is at %s', (name, place) => {
      expect(placesOf(environment, (query) => query === documentQueries[name])).toContainEqual(expect.stringContaining(place));
    });
  });

  it('errors are never selected by the word "error" in a line', () => {
    expect(panelQueries('local').filter(({ query }) => query.language === 'logql' && query.text.includes('|= "error"'))).toEqual([]);
  });
});

describe('queries', () => {
  it('take raw rates over $__rate_interval, or over the fixed window of an alert or a recording', () => {
    const windows = panelQueries('local').filter(({ query }) => query.language === 'promql').flatMap(({ at, query }) => [...query.text.matchAll(/\brate\([^[]*\[([^\]]+)\]/g)].map((match) => ({ at, window: match[1] })));
    expect(windows.length).toBeGreaterThan(5);
    expect(windows.filter(({ window }) => !['$__rate_interval', '5m', '10m'].includes(window ?? ''))).toEqual([]);
  });

  it('declare what the panel reads, so that recordings are applied first', () => {
    const overview = dashboardsOf('production').find(({ name }) => name === 'platform-overview');
    expect(overview?.needs).toEqual(expect.arrayContaining(['datasources:datasources', 'recording-rules:mimir/bud-recordings', 'recording-rules:mimir/bud-slo-inference-30d']));
  });
});
