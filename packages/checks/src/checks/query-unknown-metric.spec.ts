import { type MetricSpec, logql, metrics, promql, series, stream } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRules, dashboard, problemsOf, recordingRules, variable } from '../fixtures.ts';
import { queryUnknownMetric } from './query-unknown-metric.ts';

function unlisted(name: string): ReturnType<typeof series> {
  const spec: MetricSpec = { name, type: 'gauge', unit: 'count', help: '', labels: {}, provenance: 'proposed', source: '' };
  return series(name, spec, {});
}

const reads = (name: string) => alertRules([], { queries: [{ at: 'rule 1', query: promql`${unlisted(name)} > 1` }] });

describe('query-unknown-metric', () => {
  it('names the series and the nearest one of the catalog', () => {
    const [problem, ...more] = problemsOf(queryUnknownMetric, [reads('inference_request_total')]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'query-unknown-metric', severity: 'error', where: { artifact: 'alert-rules:mimir/bud-critical', path: 'rule 1' } });
    expect(problem?.what).toContain('inference_request_total');
    expect(problem?.fix).toContain('inference_requests_total');
  });

  it('finds a series that a variable looks up', () => {
    const found = problemsOf(queryUnknownMetric, [dashboard('a', { templating: { list: [variable('namespace', { query: { query: 'label_values(upp{job=~"bud.*"}, namespace)', refId: 'v' } })] } })]);
    expect(found.map(({ where }) => where.path)).toEqual(['variable namespace']);
  });

  it('knows the catalog, what the bundle records, and that streams have no name', () => {
    const artifacts = [
      reads('endpoint:up:sum'),
      recordingRules([{ record: 'endpoint:up:sum', expr: 'sum(up)' }], { queries: [{ at: 'rule 1', query: promql`sum(${metrics.up})` }] }),
      alertRules([], { evaluator: 'loki', group: 'logs', queries: [{ at: 'rule 1', query: logql`sum(count_over_time(${stream({ app: 'budapp' })}[5m])) > 1` }] }),
      dashboard('a', { templating: { list: [variable('namespace'), variable('any', { query: 'label_values(namespace)' }), variable('free', { query: 'query_result(nothing)' })] } }),
    ];
    expect(problemsOf(queryUnknownMetric, artifacts)).toEqual([]);
  });
});
