import { describe, expect, it } from '@jest/globals';
import { countValues, overDefaults, pathsWithoutDefault } from './paths.ts';

const never = (): boolean => false;

describe('pathsWithoutDefault', () => {
  it.each([
    ['knows a key whose default is null', { a: 1 }, { a: null }, []],
    ['finds a misspelt key', { replica: 1 }, { replicas: 1 }, [['replica']]],
    ['finds one further down', { a: { b: { c: 0 } } }, { a: { b: { d: 0 } } }, [['a', 'b', 'c']]],
    ['finds a null under a wrong name', { a: { c: null } }, { a: { b: 1 } }, [['a', 'c']]],
    ['finds what stands in an empty map', { a: { b: 1 } }, { a: {} }, [['a', 'b']]],
    ['finds a map where a text is expected', { a: { b: 1 } }, { a: 'x' }, [['a', 'b']]],
    ['takes no inherited name for a default', { toString: 1 }, {}, [['toString']]],
    ['takes lists as they are', { a: [{ b: 1 }] }, { a: [] }, []],
  ])('%s', (_name, values, defaults, paths) => {
    expect(pathsWithoutDefault(values, defaults, never)).toEqual(paths);
  });

  it('leaves out what is below a free-form path, and nothing beside it', () => {
    expect(pathsWithoutDefault({ a: { b: { c: 1 }, d: 1 } }, { a: {} }, (path) => path.join('.') === 'a.b')).toEqual([['a', 'd']]);
  });
});

describe('countValues', () => {
  it('counts nulls, zeros and lists', () => {
    expect(countValues({ a: null, b: { c: 0, d: [1, 2] } })).toBe(3);
  });
});

describe('overDefaults', () => {
  it('merges maps, replaces the rest, and takes away what is null', () => {
    expect(overDefaults({ a: { b: 0 }, l: [2], gone: null }, { a: { b: 1, c: 1 }, l: [1], gone: { x: 1 }, kept: 1 })).toEqual({ a: { b: 0, c: 1 }, l: [2], kept: 1 });
  });
});
