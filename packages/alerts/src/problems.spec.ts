import { describe, expect, it } from '@jest/globals';
import { environmentNamed, logql, metrics, promql } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import { alerts, highErrorRate } from './alerts/index.ts';
import { alertProblems } from './problems.ts';
import { rulesOf } from './rules-of.ts';

const environment = environmentNamed('production');
const problemsOf = (alert: Alert) => alertProblems(alert, rulesOf(alert, environment), environment);
const { threshold: _none, ...withoutThreshold } = highErrorRate;

describe('alertProblems', () => {
  it.each(alerts)('finds nothing in $id', (alert) => {
    expect(problemsOf(alert)).toEqual([]);
  });

  it.each<{ name: string; alert: Alert; what: RegExp }>([
    { name: 'a hold shorter than two intervals', alert: { ...highErrorRate, for: '30s' }, what: /`for: 30s`.*interval 30s/ },
    { name: 'a hold that is no multiple of the interval', alert: { ...highErrorRate, for: '100s' }, what: /`for: 100s`/ },
    { name: 'a hold that is no duration', alert: { ...highErrorRate, for: '5x' as '5m' }, what: /`for: 5x`/ },
    { name: 'a negative threshold', alert: { ...highErrorRate, threshold: { value: -1, unit: 'ratio', comparison: '>' } }, what: /is -1$/ },
    { name: 'a threshold that is no number', alert: { ...highErrorRate, threshold: { value: () => Number.NaN, unit: 'ratio', comparison: '>' } }, what: /is NaN$/ },
    { name: 'a forgotten threshold', alert: withoutThreshold, what: /takes a threshold, and none is given/ },
    { name: 'LogQL for Mimir', alert: { ...highErrorRate, expr: logql`vector(1)` }, what: /logql to the mimir ruler/ },
    { name: 'PromQL for Loki', alert: { ...highErrorRate, evaluator: 'loki', expr: promql`${metrics.up} == 0` }, what: /promql to the loki ruler/ },
  ])('reports $name, with the file to edit', ({ alert, what }) => {
    const found = problemsOf(alert);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'alerts-declaration', where: { file: highErrorRate.source }, what: expect.stringMatching(what) });
  });
});
