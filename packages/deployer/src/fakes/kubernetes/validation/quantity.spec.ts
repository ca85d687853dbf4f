import { describe, expect, it } from '@jest/globals';
import { canonicalQuantity } from './quantity.ts';

describe('canonicalQuantity', () => {
  it.each([
    ['1000m', '1'],
    ['0.5', '500m'],
    [0.5, '500m'],
    ['1500m', '1500m'],
    ['2', '2'],
    ['2000', '2k'],
    ['2048Mi', '2Gi'],
    ['1.5Gi', '1536Mi'],
    ['1Gi', '1Gi'],
    ['100M', '100M'],
    ['0', '0'],
    ['-1000m', '-1'],
    ['1e3', '1e3'],
    ['many', 'many'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalQuantity(value)).toBe(text);
  });
});
