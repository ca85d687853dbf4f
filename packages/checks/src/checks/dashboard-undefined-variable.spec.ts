import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf, variable } from '../fixtures.ts';
import { dashboardUndefinedVariable } from './dashboard-undefined-variable.ts';

const found = (json: object, names: readonly string[] = ['endpoint']) =>
  problemsOf(dashboardUndefinedVariable, [dashboard('a', { templating: { list: names.map((name) => variable(name)) }, ...json })]).map(({ what, where }) => `${where.path} ${what.split(',')[0]}`);

describe('dashboard-undefined-variable', () => {
  it.each([
    ['a query', { panels: [panel(1, { targets: [{ expr: 'up{job=~"$service"}' }] })] }, 'panel 1 (Panel 1) targets.0.expr mentions $service'],
    ['a title', { panels: [panel(1, { title: 'Rate of ${service:text}' })] }, 'panel 1 (Rate of ${service:text}) title mentions $service'],
    ['the old syntax', { panels: [panel(1, { title: '[[service]]' })] }, 'panel 1 ([[service]]) title mentions $service'],
    ['a repeated panel', { panels: [panel(1, { repeat: 'service' })] }, 'panel 1 (Panel 1) mentions $service'],
    ['another variable', { templating: { list: [variable('endpoint', { query: 'label_values(up{job="$service"}, job)' })] } }, 'variable endpoint.query mentions $service'],
  ])('finds an undefined variable in %s', (_, json, expected) => {
    expect(found(json)).toEqual([expected]);
  });

  it('says a name once, and leaves Grafana\'s own names and capture groups alone', () => {
    expect(found({ description: '$service and ${service}' })).toHaveLength(1);
    expect(found({ description: '$endpoint $__rate_interval ${__field.labels.service} ${__url_time_range} $1 ${endpoint:queryparam} costs 5$' })).toEqual([]);
  });
});
