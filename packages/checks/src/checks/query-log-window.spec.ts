import { describe, expect, it } from '@jest/globals';
import { alertRules, faultsOf, logTarget, panel, target } from '../fixtures.ts';
import { queryLogWindow } from './query-log-window.ts';

const alert = alertRules([{ alert: 'Burst', expr: 'sum(count_over_time({app="a"}[10m])) > 5' }], { evaluator: 'loki' });
const found = (asked: object, title = 'Lines') => faultsOf(queryLogWindow, [panel(11, { title, targets: [asked] })], [alert]);

describe('query-log-window', () => {
  it('finds a fixed window without a reason', () => {
    expect(found(logTarget('sum(rate({app="a"}[5m]))'))).toEqual(['panel 11 (Lines) target A: counts over a fixed 5m']);
  });

  it.each([
    ['the step', logTarget('sum(rate({app="a"}[$__auto]))'), 'Lines'],
    ['the range', logTarget('sum(count_over_time({app="a"}[$__range]))'), 'Lines'],
    ['the window of a log alert', logTarget('sum(count_over_time({app="a"}[10m]))'), 'Lines'],
    ['a window that the title names', logTarget('sum(count_over_time({app="a"}[15m]))'), 'Lines (15m)'],
    ['metrics, which another check reads', target('rate(x[5m])'), 'Lines'],
  ])('accepts %s', (_, asked, title) => {
    expect(found(asked, title)).toEqual([]);
  });
});
