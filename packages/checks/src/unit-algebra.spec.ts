import { describe, expect, it } from '@jest/globals';
import { difference, perSecond, product, quotient, summed } from './unit-algebra.ts';

describe('quotient', () => {
  it.each<[string, string, string | undefined]>([
    ['bytes', 'bytes', 'ratio'],
    ['requests/s', 'requests/s', 'ratio'],
    ['count', 'requests', 'ratio'],
    ['tokens/s', 'requests/s', 'tokens'],
    ['cores', 'events/s', 'seconds'],
    ['count', 'requests/s', 'seconds'],
    ['bytes', 'bytes/s', 'seconds'],
    ['seconds', 'count', 'seconds'],
    ['ratio', 'number', undefined],
    ['number', 'ratio', undefined],
    ['bytes', 'seconds', undefined],
    ['bytes/s', 'bytes', undefined],
  ])('of %s by %s is %s', (left, right, unit) => {
    expect(quotient(left, right)).toBe(unit);
  });
});

describe('the other operations', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['rate of CPU seconds', perSecond('seconds'), 'cores'],
    ['rate of what has no name', perSecond('watts'), 'watts/s'],
    ['sum of states', summed('bool'), 'count'],
    ['sum of ratios', summed('ratio'), undefined],
    ['sum of bytes', summed('bytes'), 'bytes'],
    ['a value by a state', product('seconds', 'bool'), 'seconds'],
    ['a value by a number', product('seconds', 'number'), undefined],
    ['time between points', difference('timestamp', 'timestamp', '-'), 'seconds'],
    ['sum of points', difference('timestamp', 'timestamp', '+'), undefined],
    ['a point moved', difference('timestamp', 'seconds', '-'), 'timestamp'],
    ['one less a ratio', difference('number', 'ratio', '-'), 'ratio'],
    ['apples and pears', difference('bytes', 'seconds', '+'), undefined],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
