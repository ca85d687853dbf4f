import { type Environment, type Query, environmentNamed, logql, macros, metrics, promql, stream } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { retentionQueryWindow } from './retention-query-window.ts';

const dev = environmentNamed('dev');
const environment: Environment = { ...dev, retention: { ...dev.retention, metrics: '14d', logs: '7d' } };

describe('retention-query-window', () => {
  it.each<[string, Query, number]>([
    ['a range of metrics', promql`avg_over_time(${metrics.up}[30d])`, 1],
    ['a subquery', promql`max_over_time(avg_over_time(${metrics.up}[5m])[15d:1h])`, 1],
    ['an offset', promql`${metrics.up} offset 3w`, 1],
    ['a range of logs', logql`sum(count_over_time(${stream({ app: 'budapp' })}[8d]))`, 1],
    ['a range that fits', promql`avg_over_time(${metrics.up}[14d])`, 0],
    ['what Grafana fills in', promql`avg_over_time(${metrics.up}[${macros.range}])`, 0],
  ])('%s', (_, query, expected) => {
    expect(problemsOf(retentionQueryWindow, [dashboard('a', {}, [{ at: 'panel 1', query }])], { environment })).toHaveLength(expected);
  });
});
