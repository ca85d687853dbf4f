import { describe, expect, it } from '@jest/globals';
import { type Artifact, environmentNamed, environmentNames, metricSpecs, metricsRead, operation, spanOperations } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import { documentQueries, renderDashboards } from './index.ts';

const dashboardsOf = (name: string): readonly Artifact[] => renderDashboards(environmentNamed(name)).filter(({ kind }) => kind === 'dashboard');
const panelQueries = (name: string) => dashboardsOf(name).flatMap(({ queries }) => queries).filter(({ at }) => at.startsWith('panel '));

const sources = new Map(recordingGroups.flatMap(({ series }) => series.map(({ metric, rules }) => [metric, rules.flatMap(({ expr }) => metricsRead(expr))] as const)));

/** The raw series behind a name: itself, or what its recording reads. */
function rawSeries(name: string): readonly string[] {
  return sources.get(name)?.flatMap(rawSeries) ?? [name];
}

const documentMetrics = metricSpecs.filter(({ source }) => source.startsWith('document 3.2')).map(({ name }) => ({ name }));

describe('the signals of the document', () => {
  it('are twelve metrics and nine operations', () => {
    expect([documentMetrics.length, Object.keys(spanOperations).length]).toEqual([12, 9]);
  });

  const shown = new Set(environmentNames.flatMap((name) => panelQueries(name).flatMap(({ query }) => metricsRead(query).flatMap(rawSeries))));

  it.each(documentMetrics)('$name is on a panel', ({ name }) => {
    expect([name, `${name}_bucket`, `${name}_count`].some((series) => shown.has(series))).toBe(true);
  });

  it.each(Object.values(spanOperations))('$service: $operation is on a trace panel', (of) => {
    const found = panelQueries('local').filter(({ at, query }) => at.includes(' target ') && query.language === 'traceql' && query.text.includes(operation(of).text));
    expect(found).not.toEqual([]);
  });

  it.each(Object.entries(documentQueries))('%s (4.4) is used by a panel or a link', (_name, query) => {
    expect(panelQueries('local').some((use) => use.query === query)).toBe(true);
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
