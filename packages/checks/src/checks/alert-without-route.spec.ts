import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, alertmanager, problemsOf } from '../fixtures.ts';
import { alertWithoutRoute } from './alert-without-route.ts';

const rules = alertRules([alertRule('HighCPU', { severity: 'none', service: '{{ $labels.service }}' })]);
const routed = (routes: readonly object[]) => problemsOf(alertWithoutRoute, [rules, alertmanager({ receiver: 'default', routes })]);

describe('alert-without-route', () => {
  it.each([
    ['no route fits', [{ receiver: 'pager', matchers: ['severity="critical"'] }]],
    ['the route that fits has no receiver of its own', [{ matchers: ['severity="none"'] }]],
    ['only a label that the expression may give would fit', [{ receiver: 'chat', matchers: ['service="budapp"'] }]],
  ])('finds an alert when %s', (_, routes) => {
    const problems = routed(routes);
    expect(problems.map(({ where }) => where.path)).toEqual(['group bud-critical rule 1 (HighCPU)']);
    expect(problems[0]?.what).toContain('severity="none"');
  });

  it('finds an alert when there is no Alertmanager configuration', () => {
    expect(problemsOf(alertWithoutRoute, [rules])).toHaveLength(1);
  });

  it('leaves a severity that no route catches to the check on severities', () => {
    const warning = alertRules([alertRule('HighCPU', { severity: 'warning' })]);
    expect(problemsOf(alertWithoutRoute, [warning, alertmanager({ receiver: 'default', routes: [] })])).toEqual([]);
  });

  it('finds an alert once, however many rules it has', () => {
    const rule = (service: string) => alertRule('HighCPU', { severity: 'none', service: `{{ $labels.${service} }}` });
    expect(problemsOf(alertWithoutRoute, [alertRules([rule('app'), rule('job')]), alertmanager({ receiver: 'default', routes: [] })])).toHaveLength(1);
  });

  it('accepts an alert that a route catches, by severity or by name', () => {
    expect(routed([{ receiver: 'chat', matchers: ['severity=~"none|info"'] }])).toEqual([]);
    expect(routed([{ receiver: 'chat', matchers: ['alertname="HighCPU"'] }])).toEqual([]);
  });
});
