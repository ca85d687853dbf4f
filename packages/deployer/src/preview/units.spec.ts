import { describe, expect, it } from '@jest/globals';
import { formatValue, roundStep, unitSign } from './units.ts';

describe('formatValue', () => {
  it.each([
    [0, 'short', undefined, '0'],
    [1_234, 'short', undefined, '1.23 K'],
    [999_999, 'short', undefined, '1 Mil'],
    [-10_800, 'Bps', undefined, '−10.8 kB/s'],
    [0.9994, 'percentunit', undefined, '99.94%'],
    [0.000213, 'percentunit', undefined, '0.0213%'],
    [0.99906, 'percentunit', 3, '99.906%'],
    [42, 'percent', undefined, '42%'],
    [0.25, 's', undefined, '250 ms'],
    [1.714, 's', undefined, '1.71 s'],
    [86_400, 's', undefined, '1 day'],
    [259_200, 's', undefined, '3 days'],
    [0, 's', undefined, '0 s'],
    [Infinity, 's', undefined, '∞'],
    [1_536, 'bytes', undefined, '1.5 KiB'],
    [12.34, 'reqps', undefined, '12.3 req/s'],
    [5_500, 'suffix: tok/s', undefined, '5.5 K tok/s'],
    [14.4, 'suffix: x', undefined, '14.4 x'],
    [1_440, 'suffix: x', undefined, '1440 x'],
    [71, 'celsius', undefined, '71°C'],
    [250, 'watt', undefined, '250 W'],
    [3, 'unknown', undefined, '3 unknown'],
  ])('%d of %s with %s decimals', (value, unit, decimals, text) => {
    expect(formatValue(value, unit, decimals)).toBe(text);
  });
});

describe('unitSign', () => {
  it.each([['percentunit', '%'], ['short', ''], ['suffix: tok/s', 'tok/s'], ['s', 's']])('of %s', (unit, sign) => {
    expect(unitSign(unit)).toBe(sign);
  });
});

describe('roundStep', () => {
  it.each([[7_200, 's', 3_600], [0.5, 's', 0.001], [3_000_000, 'bytes', 1_048_576], [0.5, 'percentunit', 0.01], [5_000, 'short', 1], [0, 's', 1]])('for %d %s', (largest, unit, step) => {
    expect(roundStep(largest, unit)).toBeCloseTo(step, 9);
  });
});
