import { describe, expect, it } from '@jest/globals';
import { addExport, addImport, addToList } from './edit-index.ts';

const index = ["import type { A } from '../a.ts';", "import { b } from './x/b.ts';", "import { d } from './x/d.ts';", "import { z } from './z.ts';", '', 'export const list = [b, d] as const;', ''].join('\n');

describe('addImport', () => {
  it.each([
    ['./x/a.ts', 1],
    ['./x/c.ts', 2],
    ['./x/e.ts', 3],
    ['./y/a.ts', 4],
  ])('puts %s into line %d', (specifier, line) => {
    expect(addImport(index, { name: 'added', specifier }).split('\n').indexOf(`import { added } from '${specifier}';`)).toBe(line);
  });
});

describe('addExport', () => {
  it.each(['./a/A.ts', './b/C.ts', './d/A.ts'])('keeps the paths in order with %s', (specifier) => {
    const exported = ['./b/A.ts', './b/E.ts', './c/B.ts'];
    expect(addExport(exported.map((path) => `export * from '${path}';\n`).join(''), specifier)).toBe([...exported, specifier].toSorted().map((path) => `export * from '${path}';\n`).join(''));
  });
});

describe('addToList', () => {
  it.each([
    ['[b, d]', 'a', '[a, b, d]'],
    ['[b, d]', 'c', '[b, c, d]'],
    ['[b, d]', 'e', '[b, d, e]'],
    ['[\n  b,\n  d,\n]', 'c', '[\n  b,\n  c,\n  d,\n]'],
    ['[\n  b,\n  d,\n]', 'e', '[\n  b,\n  d,\n  e,\n]'],
    ['[]', 'a', '[a]'],
  ])('%j and %s give %j', (list, name, result) => {
    expect(addToList(`const x = ${list};\n`, 'const x = [', name)).toBe(`const x = ${result};\n`);
  });

  it('says what to do when the list is not there', () => {
    expect(() => addToList(index, 'export const other = [', 'a')).toThrow('add a by hand');
  });
});
