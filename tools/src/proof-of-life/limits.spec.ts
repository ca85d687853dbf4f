import { describe, expect, it } from '@jest/globals';
import { colours } from '@bud-o11y/dashboards';
import type { PanelJson } from './dashboard-json.ts';
import { canBeBad, isBad, limitsOf } from './limits.ts';

const rising = [{ value: null, color: colours.good }, { value: 2, color: colours.warning }, { value: 5, color: colours.critical }];
const neutral = [{ value: null, color: colours.neutral }];
const panel: PanelJson = {
  id: 1, type: 'stat', title: 'X', gridPos: { w: 4 },
  fieldConfig: { defaults: { thresholds: { steps: neutral } }, overrides: [{ matcher: { id: 'byFrameRefID', options: 'B' }, properties: [{ id: 'unit', value: 's' }, { id: 'thresholds', value: { steps: rising } }] }] },
};
const series = (...values: readonly number[]) => ({ labels: {}, points: values.map((value, index) => [index, value] as const) });

describe('limits', () => {
  it('are those of the target, else those of the panel', () => {
    expect([limitsOf(panel, 'B'), limitsOf(panel, 'A')]).toEqual([rising, neutral]);
  });

  it.each([
    { name: 'below', values: [9, 1], bad: false },
    { name: 'at the first bound', values: [2], bad: true },
    { name: 'above', values: [1, 7], bad: true },
    { name: 'last known', values: [7, Number.NaN], bad: true },
    { name: 'unknown', values: [Number.NaN], bad: false },
  ])('judge a value that is $name', ({ values, bad }) => {
    expect(isBad(rising, [series(...values)])).toBe(bad);
  });

  it('judge nothing where every value is as good', () => {
    expect([canBeBad(neutral), canBeBad(rising), isBad(neutral, [series(9)])]).toEqual([false, true, false]);
  });
});
