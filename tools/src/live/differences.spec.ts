import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.ts';

describe('differences', () => {
  it.each([
    { name: 'equal values', from: { a: [1, { b: 'x' }] }, to: { a: [1, { b: 'x' }] }, found: [] },
    { name: 'another leaf', from: { a: [1, { b: 'x' }] }, to: { a: [1, { b: 'y' }] }, found: [{ at: 'a.1.b', from: 'x', to: 'y' }] },
    { name: 'a key too many and one too few', from: { a: 1, b: 2 }, to: { a: 1, c: 3 }, found: [{ at: 'b', from: 2, to: undefined }, { at: 'c', from: undefined, to: 3 }] },
    { name: 'a longer list', from: [1], to: [1, 2], found: [{ at: '1', from: undefined, to: 2 }] },
  ])('of $name', ({ from, to, found }) => {
    expect(differences(from, to)).toEqual(found);
  });
});
