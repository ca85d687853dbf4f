import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ProblemsError } from './problem.ts';
import { identitiesPath, parseIdentities } from './identities.ts';

function problemsOf(text: string) {
  try {
    parseIdentities('pins.json', text);
  } catch (thrown) {
    if (thrown instanceof ProblemsError) return thrown.problems;
    throw thrown;
  }
  return [];
}

const uid = '0b8a3f4e-9b5e-4c0e-8f57-0a1b2c3d4e5f';

describe('parseIdentities', () => {
  it('reads pins', () => {
    expect(parseIdentities('pins.json', JSON.stringify({ dev: uid }))).toEqual({ dev: uid });
  });

  it('has no pin in the repository: clusters are pinned where they are', () => {
    expect(parseIdentities(identitiesPath, readFileSync(new URL('environments/identities.json', import.meta.url), 'utf8'))).toEqual({});
  });

  it.each([
    ['{', ['']],
    ['[]', ['']],
    [JSON.stringify({ dev: 'x', staging: 1, Prod: uid, production: uid }), ['Prod', 'dev', 'staging']],
  ])('refuses %s, with every fault', (text, paths) => {
    expect(problemsOf(text).map(({ code, where }) => ({ code, file: where.file, path: where.path ?? '' }))).toEqual(paths.map((path) => ({ code: 'environment-identities', file: 'pins.json', path })));
  });
});
