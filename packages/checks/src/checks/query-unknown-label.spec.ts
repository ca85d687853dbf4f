import { type Labels, type MetricSpec, type Query, attribute, field, hole, labels, logFields, logql, metrics, open, promql, series, stream, traceql } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf, recordingRules, variable } from '../fixtures.ts';
import { queryUnknownLabel } from './query-unknown-label.ts';

const { inferenceLatency, inferenceRequests, up } = metrics;

/** A series whose labels the types do not know, as when a declaration and its rule disagree. */
function loose(name: string, names: Labels): ReturnType<typeof series> {
  const spec: MetricSpec = { name, type: 'recorded', unit: 'count', help: '', labels: names, provenance: 'proposed', source: '' };
  return series(name, spec, names);
}

const recorded = recordingRules([
  { record: 'endpoint:requests:rate5m', expr: 'sum by (endpoint) (rate(inference_requests_total[5m]))', labels: { tier: 'gold' } },
  { record: 'anything:requests:rate5m', expr: 'rate({job="budapp"}[5m])' },
]);

const of = (name: string) => loose(name, { endpoint: open('', 1), model: open('', 1) });
const looseUp = loose('up', { model: open('', 1) });

function found(query: Query): readonly string[] {
  return problemsOf(queryUnknownLabel, [recorded, dashboard('a', {}, [{ at: 'panel 1', query }])]).map(({ what }) => what.split(',')[0] ?? '');
}

describe('query-unknown-label', () => {
  it.each<[string, Query, string[]]>([
    ['a matcher', promql`${looseUp({ model: 'x' })}`, ['uses model']],
    ['a grouping', promql`sum by (${labels(looseUp, 'model')}) (${up})`, ['uses model']],
    ['a label that the recording takes away', promql`${of('endpoint:requests:rate5m')({ model: 'x' })}`, ['uses model']],
    ['le on a histogram without buckets', promql`sum by (${hole('le')}) (rate(${inferenceLatency.count}[5m]))`, ['uses le']],
    ['a stream label', logql`{${hole('service')}="budapp"}`, ['uses service']],
    ['a log field', logql`${stream({ app: 'budapp' })} | json | ${hole('user')}="x"`, ['uses user']],
    ['a span attribute', traceql`{ ${hole('span.endpont')} = "x" }`, ['uses span.endpont']],
  ])('finds %s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each<[string, Query]>([
    ['labels of the metric', promql`sum by (${labels(inferenceRequests, 'endpoint', 'model')}) (rate(${inferenceRequests({ status: 'error' })}[5m]))`],
    ['le on buckets', promql`histogram_quantile(0.99, sum by (${labels(inferenceLatency.bucket, 'le', 'endpoint')}) (rate(${inferenceLatency.bucket}[5m])))`],
    ['a label that one side of an operator has', promql`sum by (${labels(inferenceRequests, 'endpoint')}) (${inferenceRequests}) * on () group_left ${up}`],
    ['what the recording keeps', promql`${of('endpoint:requests:rate5m')({ endpoint: 'x' })}`],
    ['any label where the recording may carry any', promql`${of('anything:requests:rate5m')({ model: 'x' })}`],
    ['an unknown series, which another check finds', promql`${of('nowhere')({ model: 'x' })}`],
    ['a label that the query writes', promql`sum by (${hole('kind')}) (label_replace(${up}, "kind", "$1", "job", "(.*)"))`],
    ['stream labels and log fields', logql`sum by (${hole('app')}) (count_over_time(${stream({ level: 'error' })} | json | ${field(logFields.event)}="x" [5m]))`],
    ['span attributes', traceql`{ ${attribute('span.endpoint')} = "x" }`],
  ])('accepts %s', (_, query) => {
    expect(found(query)).toEqual([]);
  });

  it('reads what variables look up', () => {
    const list = [
      variable('good'),
      variable('bad', { query: 'label_values(up{model=~"a"}, endpoint)' }),
      variable('stream', { query: { type: 1, label: 'app', stream: '{service="x"}' } }),
    ];
    const problems = problemsOf(queryUnknownLabel, [dashboard('a', { templating: { list } })]);
    expect(problems.map(({ where, what }) => `${where.path}: ${what.split(',')[0]}`)).toEqual(['variable bad: uses model', 'variable bad: uses endpoint', 'variable stream: uses service']);
  });
});
