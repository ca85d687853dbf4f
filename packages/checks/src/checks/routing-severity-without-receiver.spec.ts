import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, alertmanager, problemsOf, slack } from '../fixtures.ts';
import { routingSeverityWithoutReceiver } from './routing-severity-without-receiver.ts';

const all = { receiver: 'default', routes: [{ receiver: 'pager', matchers: ['severity="critical"'] }, { receiver: 'chat', matchers: ['severity=~"warning|info"'] }] };

describe('routing-severity-without-receiver', () => {
  it('finds a severity that no route catches', () => {
    const tree = { receiver: 'default', routes: all.routes.slice(0, 1) };
    expect(problemsOf(routingSeverityWithoutReceiver, [alertmanager(tree)]).map(({ what }) => what)).toEqual(['no route catches severity="warning"', 'no route catches severity="info"']);
  });

  it('finds a severity whose receiver notifies nobody', () => {
    const problems = problemsOf(routingSeverityWithoutReceiver, [alertmanager(all, [slack('default'), slack('chat'), { name: 'pager', pagerduty_configs: [] }])]);
    expect(problems.map(({ what }) => what)).toEqual(['severity="critical" goes to pager, which notifies nobody']);
  });

  it('finds an alert with a severity of its own invention', () => {
    expect(problemsOf(routingSeverityWithoutReceiver, [alertRules([alertRule('HighCPU', { severity: 'page' })])])).toHaveLength(1);
  });

  it('accepts a complete tree, and heartbeats that are routed by name', () => {
    expect(problemsOf(routingSeverityWithoutReceiver, [alertmanager(all), alertRules([alertRule('Watchdog', { severity: 'none' }), alertRule('HighCPU', { severity: 'warning' })])])).toEqual([]);
  });
});
