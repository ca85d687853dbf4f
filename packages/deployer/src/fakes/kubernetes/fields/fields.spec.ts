import { describe, expect, it } from '@jest/globals';
import { difference, intersection, paths, union, withNamedParents } from './field-set.ts';
import { type FieldsV1, fromFieldsV1, toFieldsV1 } from './fields-v1.ts';
import { type PathElement, compareElements, keyElement } from './path-element.ts';

const ports: FieldsV1 = { 'f:spec': { 'f:ports': { 'k:{"port":80}': { '.': {}, 'f:port': {} }, 'k:{"port":9}': {} }, 'f:type': {} } };

describe('a set of fields', () => {
  it('comes back from its wire form, with keys by value', () => {
    expect(JSON.stringify(toFieldsV1(fromFieldsV1(ports)))).toBe('{"f:spec":{"f:ports":{"k:{\\"port\\":9}":{},"k:{\\"port\\":80}":{".":{},"f:port":{}}},"f:type":{}}}');
  });

  it('prints paths as conflicts name them, at each level first what is itself in the set', () => {
    expect(paths(fromFieldsV1({ 'f:spec': { 'f:a': { 'f:b': {} }, 'f:list': { 'k:{"name":"x","port":1}': { '.': {}, 'f:y': {} } }, 'f:z': {} } }))).toEqual(['.spec.z', '.spec.a.b', '.spec.list[name="x",port=1]', '.spec.list[name="x",port=1].y']);
  });

  it.each<{ readonly name: string; readonly of: (a: ReturnType<typeof fromFieldsV1>, b: ReturnType<typeof fromFieldsV1>) => ReturnType<typeof fromFieldsV1>; readonly is: FieldsV1 }>([
    { name: 'union', of: union, is: { 'f:a': { '.': {}, 'f:x': {} }, 'f:b': {}, 'f:c': {} } },
    { name: 'difference is of exact paths', of: difference, is: { 'f:a': { 'f:x': {} } } },
    { name: 'intersection', of: intersection, is: { 'f:b': {} } },
  ])('$name', ({ of, is }) => {
    expect(toFieldsV1(of(fromFieldsV1({ 'f:a': { 'f:x': {} }, 'f:b': {} }), fromFieldsV1({ 'f:a': {}, 'f:b': {}, 'f:c': {} })))).toEqual(is);
  });

  it('holds the fields above its own when asked to', () => {
    expect(paths(withNamedParents(fromFieldsV1({ 'f:spec': { 'f:list': { 'k:{"name":"x"}': { 'f:y': {} } } } })))).toEqual(['.spec', '.spec.list', '.spec.list[name="x"].y']);
  });
});

describe('path elements', () => {
  it('are ordered: fields, keys, values', () => {
    const elements: readonly PathElement[] = ['v:"b"', 'k:{"port":80,"protocol":"TCP"}', 'f:z', 'k:{"port":80,"protocol":"SCTP"}', 'v:"a"', 'k:{"port":9,"protocol":"TCP"}', 'f:a'];
    expect([...elements].sort(compareElements)).toEqual(['f:a', 'f:z', 'k:{"port":9,"protocol":"TCP"}', 'k:{"port":80,"protocol":"SCTP"}', 'k:{"port":80,"protocol":"TCP"}', 'v:"a"', 'v:"b"']);
  });

  it('of keys have one spelling', () => {
    expect(keyElement({ protocol: 'TCP', port: 80 })).toBe('k:{"port":80,"protocol":"TCP"}');
  });
});
