import { describe, expect, it } from '@jest/globals';
import { chartPanel } from '../fixtures/preview.ts';
import { fieldOf } from './fields.ts';

const panel = chartPanel({
  fieldConfig: {
    defaults: { unit: 's', decimals: 1 },
    overrides: [
      { matcher: { id: 'byName', options: 'failed' }, properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }] },
      { matcher: { id: 'byRegexp', options: '5..' }, properties: [{ id: 'unit', value: 'reqps' }] },
      { matcher: { id: 'byFrameRefID', options: 'B' }, properties: [{ id: 'custom.axisPlacement', value: 'right' }, { id: 'custom.hideFrom', value: { viz: true } }, { id: 'custom.lineStyle', value: { fill: 'dash' } }] },
      { matcher: { id: 'byName', options: 'failed' }, properties: [{ id: 'displayName', value: 'Failed' }] },
    ],
  },
});

describe('fieldOf', () => {
  it.each([
    ['the defaults', { name: 'x', refId: 'A' }, { title: 'x', unit: 's', decimals: 1, axis: 'left', hidden: false, dashed: false }],
    ['all overrides of a name', { name: 'failed', refId: 'A' }, { title: 'Failed', colour: 'red' }],
    ['a pattern for the whole name', { name: '503' }, { unit: 'reqps' }],
    ['no pattern for a part of it', { name: '5030' }, { unit: 's' }],
    ['the overrides of a query', { name: 'x', refId: 'B' }, { axis: 'right', hidden: true, dashed: true }],
  ])('takes %s', (_, of, expected) => {
    expect(fieldOf(panel, of)).toMatchObject(expected);
  });
});
