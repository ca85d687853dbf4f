import { describe, expect, it } from '@jest/globals';
import { importsOf, packageOf } from './imports.ts';

describe('importsOf', () => {
  it.each([
    ["import { a } from 'x';", ['x']],
    ["import {\n  a,\n  type B,\n} from '@s/x';\nimport type { C } from './c.ts';", ['@s/x', './c.ts']],
    ["export * from './a.ts';\nexport { b } from './b.ts';", ['./a.ts', './b.ts']],
    ["import './side-effect.ts';", ['./side-effect.ts']],
    ["const load = async () => (await import('js-yaml')).x;", ['js-yaml']],
    ["const { y } = require('js-yaml');", ['js-yaml']],
    ["/** import { a } from 'x' */ const text = 'y';", []],
  ])('reads %j', (text, imports) => {
    expect(importsOf(text)).toEqual(imports);
  });
});

describe('packageOf', () => {
  it.each([
    ['js-yaml', 'js-yaml'],
    ['@scope/name', '@scope/name'],
    ['@scope/name/sub/path', '@scope/name'],
    ['./near.ts', undefined],
    ['node:fs', undefined],
  ])('of %s is %s', (specifier, name) => {
    expect(packageOf(specifier)).toBe(name);
  });
});
