import { dump, load } from 'js-yaml';
import { describe, expect, it } from '@jest/globals';
import { yamlText } from './yaml-text.ts';

const cases: readonly (readonly [string, unknown])[] = [
  ['scalars', { a: 1, b: true, c: null, d: 'no', e: '012', f: '', g: 1.5, 'odd key: x': 'y' }],
  ['lists of mappings', { groups: [{ name: 'a', rules: [{ record: 'b', expr: 'c\nd' }, { alert: 'e', labels: { f: 'g' } }] }] }],
  ['lists of lists', { a: [[1, 2], [['x']]] }],
  ['what is empty', { a: {}, b: [], c: [{}, []] }],
  ['several lines', { a: { b: 'one\n  two\n\nthree\n', c: 'x\n' }, d: ['first\nsecond'] }],
  ['what is not set', { a: undefined, b: { c: undefined, d: 1 } }],
  ['long lines', { a: 'word '.repeat(60).trim() }],
];

describe('yamlText', () => {
  it.each(cases)('writes %s as js-yaml does', (_what, value) => {
    expect(yamlText(value)).toBe(dump(value, { lineWidth: -1, noRefs: true }));
  });

  it('keeps a key of several lines', () => {
    expect(load(yamlText({ a: { 'b\nc\n': 1 } }))).toEqual({ a: { 'b\nc\n': 1 } });
  });

  it.each(cases)('loses nothing of %s', (_what, value) => {
    expect(load(yamlText(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });
});
