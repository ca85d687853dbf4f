import { describe, expect, it } from '@jest/globals';
import { alertRules, asking, dashboard, faultsOf, problemsOf } from '../fixtures.ts';
import { dashboardAlertThreshold } from './dashboard-alert-threshold.ts';

const steps = (...values: readonly number[]) => ({ steps: [null, ...values].map((value) => ({ value, color: 'red' })) });
const found = (alert: string, query: string, ...values: readonly number[]) =>
  faultsOf(dashboardAlertThreshold, [asking([query], { fieldConfig: { defaults: { thresholds: steps(...values) } } })], [alertRules([{ alert: 'TooMuch', expr: alert }])]);

describe('dashboard-alert-threshold', () => {
  it.each([
    ['another number', 'inference:latency_p99:5m > 5', 'inference:latency_p99:5m', [4]],
    ['none', 'inference:latency_p99:5m > 5', 'inference:latency_p99:5m{endpoint=~"$endpoint"}', []],
    ['another number on the worst', 'inference:latency_p99:5m > 5', 'max(inference:latency_p99:5m)', [50]],
    ['another number on some of the series', 'job:up:ratio < 1', 'job:up:ratio{job="budapp"}', [0.5]],
    ['another number where the alert has its own filter', 'a:b:c > 5 and on (endpoint) d:e:f > 1', 'topk(5, a:b:c)', [1]],
  ])('finds %s', (_, alert, query, values) => {
    expect(found(alert, query, ...values)).toEqual([expect.stringMatching(/^panel 11 \(Panel 11\) target A: shows what TooMuch judges, and has no threshold at its [<>]/)]);
  });

  it('names what draws the threshold, and where', () => {
    const rules = alertRules([{ alert: 'GPUSaturated', expr: 'inference:latency_p99:5m > 5' }]);
    expect(problemsOf(dashboardAlertThreshold, [dashboard('a', { panels: [asking(['inference:latency_p99:5m'])] }), rules]).map(({ fix }) => fix)).toEqual([expect.stringMatching(/packages\/dashboards\/src\/levels\.ts.* at\(gPUSaturated\)/)]);
  });

  it.each([
    ['the alert\'s number', 'inference:latency_p99:5m > 5', 'max(inference:latency_p99:5m and on (endpoint) x > 1)', [2, 5]],
    ['a state, green from the next value', 'pg_up == 0', 'min(pg_up)', [1]],
    ['anything above nothing', 'sum(increase(a[5m])) > 0', 'sum(increase(a[5m]))', [0.000001]],
    ['the share of a limit', 'sum(a) / 3 > 400000', 'sum(a) / 1500000', [0.8]],
    ['another quantity', 'sum(a) > 5', 'sum by (job) (a)', []],
    ['a part of a sum', 'sum(a) > 5', 'sum(a{job="x"})', []],
  ])('accepts %s', (_, alert, query, values) => {
    expect(found(alert, query, ...values)).toEqual([]);
  });
});
