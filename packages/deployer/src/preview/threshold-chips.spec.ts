import { describe, expect, it } from '@jest/globals';
import { htmlText } from './html.ts';
import { thresholdChips } from './threshold-chips.ts';

const texts = (steps: Parameters<typeof thresholdChips>[0], unit: string): readonly string[] => thresholdChips(steps, unit).map((chip) => htmlText(chip).replaceAll(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));

describe('thresholdChips', () => {
  it('says where each colour begins, in the unit of the panel', () => {
    expect(texts([{ value: null, color: 'green' }, { value: 0.005, color: 'orange' }, { value: 0.05, color: 'red' }], 'percentunit')).toEqual(['< 0.5%', '≥ 0.5%', '≥ 5%']);
  });

  it('calls a bound just above nothing by what it means', () => {
    expect(texts([{ value: null, color: 'green' }, { value: 0.000001, color: 'red' }], 'eps')).toEqual(['≤ 0 evt/s', '> 0 evt/s']);
  });

  it('has none for one colour', () => {
    expect(texts([{ value: null, color: 'text' }], 'short')).toEqual([]);
  });
});
