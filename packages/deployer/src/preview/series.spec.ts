import { describe, expect, it } from '@jest/globals';
import { chartPanel } from '../fixtures/preview.ts';
import { lastValue, seriesOf, valuesOf } from './series.ts';

const targets = ['A', 'X'].map((refId) => ({ refId, datasource: { type: 'prometheus' }, expr: 'x', legendFormat: refId === 'A' ? '{{ endpoint }} {{gone}}' : '' }));
const answers = {
  A: { type: 'matrix' as const, series: [{ labels: { endpoint: 'chat' }, points: [[0, 1], [60, null]] as [number, number | null][] }] },
  X: { type: 'matrix' as const, series: [{ labels: { le: '5', job: 'a' }, points: [[0, 2]] as [number, number | null][] }] },
};

describe('seriesOf', () => {
  it('names a series by its legend, else by its labels', () => {
    expect(seriesOf(chartPanel({ targets }), answers).map(({ name }) => name)).toEqual(['chat', 'le=5, job=a']);
  });

  it('leaves out what is asked for its exemplars alone', () => {
    const overrides = [{ matcher: { id: 'byFrameRefID', options: 'X' }, properties: [{ id: 'custom.hideFrom', value: { viz: true } }] }];
    expect(seriesOf(chartPanel({ targets, fieldConfig: { overrides } }), answers).map(({ refId }) => refId)).toEqual(['A']);
  });

  it('has none for a query that was not run', () => {
    expect(seriesOf(chartPanel({ targets }), {})).toEqual([]);
  });
});

describe('values', () => {
  it('leave holes out', () => {
    const points = [[0, 1], [60, Number.NaN], [120, 3], [180, null]] as const;
    expect([lastValue({ points }), valuesOf({ points }), lastValue({ points: [] })]).toEqual([3, [1, 3], undefined]);
  });
});
