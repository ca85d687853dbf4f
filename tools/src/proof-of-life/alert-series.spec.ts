import { describe, expect, it } from '@jest/globals';
import { alertSeries } from './alert-series.ts';

const rule = { alert: 'Slow', expr: 'a > 1', for: '2m', labels: { severity: 'warning', service: '{{ $labels.job }}' } };
const at = (...moments: readonly number[]) => ({ labels: { __name__: 'a', job: 'budapp' }, points: moments.map((moment) => [moment, 2] as const) });
const moments = (state: string, of: ReturnType<typeof alertSeries>): readonly number[] => of.find(({ labels }) => labels['alertstate'] === state)?.samples.map(([moment]) => moment) ?? [];

describe('alertSeries', () => {
  it.each([
    { name: 'fires once it has held', given: at(0, 60, 120, 180), pending: [0, 60], firing: [120, 180] },
    { name: 'begins again after a gap', given: at(0, 60, 120, 240, 300), pending: [0, 60, 240, 300], firing: [120] },
    { name: 'stays pending', given: at(60), pending: [60], firing: [] },
    { name: 'is not there without a value', given: at(), pending: [], firing: [] },
  ])('$name', ({ given, pending, firing }) => {
    const found = alertSeries(rule, 60, given);
    expect([moments('pending', found), moments('firing', found)]).toEqual([pending, firing]);
  });

  it('fires at once without a hold', () => {
    expect(moments('firing', alertSeries({ ...rule, for: '0s' }, 60, at(0, 60)))).toEqual([0, 60]);
  });

  it('carries the labels of the series and of the rule', () => {
    expect(alertSeries(rule, 60, at(0))[0]?.labels).toEqual({ __name__: 'ALERTS', alertname: 'Slow', alertstate: 'pending', job: 'budapp', severity: 'warning', service: 'budapp' });
  });
});
