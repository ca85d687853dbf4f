import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf, variable } from '../fixtures.ts';
import { dashboardUnusedVariable } from './dashboard-unused-variable.ts';

const found = (list: readonly object[], expr: string) => problemsOf(dashboardUnusedVariable, [dashboard('a', { panels: [panel(1, { targets: [{ expr }] })], templating: { list } })]).map(({ where }) => where.path);

describe('dashboard-unused-variable', () => {
  it('finds a variable that only its own definition mentions', () => {
    expect(found([variable('endpoint', { query: 'label_values(up{job="$endpoint"}, job)' })], 'up')).toEqual(['variable endpoint']);
  });

  it('counts for nothing that a link hands a variable on', () => {
    const links = [{ url: '/d/b?${endpoint:queryparam}' }];
    const problems = problemsOf(dashboardUnusedVariable, [dashboard('a', { panels: [panel(1, { links })], templating: { list: [variable('endpoint')] } })]);
    expect(problems.map(({ where }) => where.path)).toEqual(['variable endpoint']);
  });

  it('accepts a variable that a query, another variable or a longer name does not hide', () => {
    expect(found([variable('endpoint')], 'up{endpoint="$endpoint"}')).toEqual([]);
    expect(found([variable('service', { query: 'label_values(up{namespace="$namespace"}, job)' }), variable('namespace')], 'up{job="$service"}')).toEqual([]);
    expect(found([variable('end')], 'up{endpoint="$endpoint"}')).toEqual(['variable end']);
    expect(found([variable('filters', { type: 'adhoc' })], 'up')).toEqual([]);
  });
});
