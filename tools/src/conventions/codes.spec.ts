import { describe, expect, it } from '@jest/globals';
import { errorsPage } from '../docs/pages/errors.ts';
import { codes, untested } from './codes.ts';
import { projects, sourcesOf, textOf } from './workspace.ts';

const page = errorsPage();
const specs = projects.flatMap(sourcesOf).filter((path) => path.endsWith('.spec.ts') && !path.endsWith('conventions/codes.spec.ts')).map(textOf);

describe('every code that docs/generated/errors.md lists', () => {
  it('is one of the tables', () => {
    const rows = [...page.matchAll(/^\| (?:`([\w-]+)`|\[([\w-]+)\]\([^)]*\)|(\d+)) /gm)].map(([, code, id, exit]) => code ?? id ?? `exit ${exit}`);
    expect(rows.toSorted()).toEqual(codes.map(({ name }) => name).toSorted());
  });

  it('has a test: a spec that names it and produces it', () => {
    expect(untested(codes, specs)).toEqual([]);
  });
});

describe('untested', () => {
  const code = (name: string) => codes.filter((each) => each.name === name);
  it.each([
    ['plan-cycle', 'expect(err).toMatch(/plan-cycle[^]*a -> b/)', []],
    ['plan-cycle', "{ code: 'plan-cycles' }", ['plan-cycle']],
    ['invalid', "rejects.toMatchObject({ code: 'invalid' })", []],
    ['invalid', '/failed invalid {2}core/', []],
    ['invalid', "it('refuses what is invalid')", ['invalid']],
    ['exit 4', 'toMatchObject({ exit: 4, err })', []],
    ['exit 4', 'toMatchObject({ exit: 44 })', ['exit 4']],
  ])('of %s in %s', (name, text, wanted) => expect(untested(code(name), [text])).toEqual(wanted));
});
