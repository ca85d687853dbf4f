import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { keysAt, valueAt } from './environment-keys.ts';

const schema = z.strictObject({
  plain: z.strictObject({ a: z.string() }),
  wrapped: z.strictObject({ b: z.string() }).nullable().default(null),
  list: z.array(z.strictObject({ c: z.string() })).readonly().optional(),
  map: z.record(z.string(), z.strictObject({ d: z.string() })),
  either: z.union([z.strictObject({ e: z.string() }), z.strictObject({ e: z.string(), f: z.string() })]),
});

describe('keysAt', () => {
  it.each([
    [[], ['plain', 'wrapped', 'list', 'map', 'either']],
    [['plain'], ['a']],
    [['wrapped'], ['b']],
    [['list', 0], ['c']],
    [['map', 'any'], ['d']],
    [['either'], ['e', 'f']],
    [['plain', 'a'], []],
    [['nothing'], []],
  ])('%j has the keys %j', (path, keys) => {
    expect(keysAt(schema, path)).toEqual(keys);
  });
});

describe('valueAt', () => {
  it.each([[['a', 1, 'b'], 0], [['a', 2], undefined], [['a', 'b', 'c'], undefined], [['n', 'x'], undefined]])('%j is %p', (path, value) => {
    expect(valueAt({ a: [null, { b: 0 }], n: null }, path)).toBe(value);
  });
});
