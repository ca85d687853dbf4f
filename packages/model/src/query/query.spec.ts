import { describe, expect, it } from '@jest/globals';
import { extract, field, labels, logFields, logql, macros, matching, metrics, metricsRead, promql, attribute, stream, streamLabel, traceql, variableMatch } from '../index.ts';

const { inferenceRequests, up } = metrics;

describe('promql', () => {
  it('writes names from the catalog and keeps the text of the language', () => {
    const query = promql`sum by (${labels(inferenceRequests, 'endpoint')}) (rate(${inferenceRequests({ status: 'error' })}[5m]))`;
    expect(query.text).toBe('sum by (endpoint) (rate(inference_requests_total{status="error"}[5m]))');
    expect(query.problems).toEqual([]);
  });

  it('takes the common indentation off', () => {
    const query = promql`
      ${up}
        / 2
    `;
    expect(query.text).toBe('up\n  / 2');
  });

  it('reads macros as durations and keeps them in the text', () => {
    const query = promql`rate(${inferenceRequests}[${macros.rateInterval}])`;
    expect(query.text).toBe('rate(inference_requests_total[$__rate_interval])');
    expect(query.problems).toEqual([]);
  });

  it('nests queries and knows what the whole reads', () => {
    const inner = promql`rate(${inferenceRequests({ endpoint: variableMatch('endpoint') })}[${macros.rateInterval}])`;
    const query = promql`sum(${inner}) / count(${up({ job: matching('bud.*') })})`;
    expect(metricsRead(query)).toEqual(['inference_requests_total', 'up']);
    expect(query.variables).toEqual(['endpoint']);
    expect(query.selectors[0]?.matchers).toEqual([{ label: 'endpoint', op: '=~', value: '$endpoint' }]);
    expect(query.problems).toEqual([]);
  });

  it('reports a syntax error with file and position, and does not throw', () => {
    const [found, ...more] = promql`sum(${up}) by +`.problems;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'query-syntax', severity: 'error' });
    expect(found?.where.file).toBe('packages/model/src/query/query.spec.ts');
    expect(found?.where.line).toBeGreaterThan(0);
    expect(found?.where.path).toBe('query line 1, column 12');
  });

  it.each([
    ['a metric', promql`up == 0`, 'up'],
    ['a grouping label', promql`sum by (job) (${up})`, 'job'],
    ['a matched label', promql`${up} * on (instance) ${up}`, 'instance'],
  ])('refuses %s written as text', (_what, query, name) => {
    expect(query.problems).toHaveLength(1);
    expect(query.problems[0]).toMatchObject({ code: 'query-untyped-name' });
    expect(query.problems[0]?.what).toContain(name);
  });
});

describe('logql', () => {
  it('writes streams, fields and parsers', () => {
    const query = logql`sum by (${streamLabel('app')}) (count_over_time(${stream({ app: 'budapp' })} | json ${extract(logFields.event)} | ${field(logFields.event)}="login_failed" | __error__="" [5m]))`;
    expect(query.text).toContain('{app="budapp"} | json event="event" | event="login_failed"');
    expect(query.problems).toEqual([]);
    expect(query.selectors).toEqual([{ metric: '', matchers: [{ label: 'app', op: '=', value: 'budapp' }] }]);
  });

  it('refuses a field written as text', () => {
    expect(logql`${stream({ app: 'budapp' })} | json | duration > 5`.problems[0]).toMatchObject({ code: 'query-untyped-name' });
  });

  it('reports a query that is no LogQL', () => {
    expect(logql`rate(${stream({ app: 'budapp' })})`.problems[0]).toMatchObject({ code: 'query-syntax' });
  });
});

describe('traceql', () => {
  it('names attributes from the catalog and leaves intrinsics alone', () => {
    const query = traceql`{ ${attribute('resource.service.name')} = "budgateway" && duration > 5s } | rate() by (name)`;
    expect(query.problems).toEqual([]);
    expect(query.names).toEqual(['resource.service.name']);
  });

  it('refuses an attribute written as text', () => {
    expect(traceql`{ span.foo = "x" }`.problems[0]).toMatchObject({ code: 'query-untyped-name' });
  });
});
