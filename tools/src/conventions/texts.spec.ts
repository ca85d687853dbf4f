import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { filesBelow, projects, root, sourcesOf, textOf } from './workspace.ts';

/** Put together here, so that this file does not hold what it forbids. */
const machinePaths = ['work', 'root', 'home'].map((folder) => new RegExp(`(?<![\\w.~}-])/${folder}/\\w`));

/** Every file that is or would be committed. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && path !== 'package-lock.json');
const present = new Set(filesBelow('.'));

describe('texts', () => {
  it('name no path of the machine that they were written on', () => {
    const found = files
      .filter((path) => present.has(path))
      .flatMap((path) => textOf(path).split('\n').flatMap((line, index) => (machinePaths.some((pattern) => pattern.test(line)) ? [`${path}:${index + 1} ${line.trim().slice(0, 100)}`] : [])));
    expect(found).toEqual([]);
  });

  it('end with one newline and have no carriage return', () => {
    const wrong = files.filter((path) => present.has(path) && !path.startsWith('rendered/')).filter((path) => {
      const text = textOf(path);
      return text.includes('\r') || text !== '' && (!text.endsWith('\n') || text.endsWith('\n\n'));
    });
    expect(wrong).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names packages and digests, and no address: it must install from any mirror', () => {
    expect(textOf('package-lock.json').match(/"resolved": "(?!packages\/|tools")[^"]*"/g) ?? []).toEqual([]);
  });
});

describe('every project', () => {
  it.each(projects)('$name has a README of at most 60 lines', ({ folder }) => {
    expect(textOf(`${folder}/README.md`).split('\n').length).toBeLessThanOrEqual(61);
  });
});

describe('sources', () => {
  const lines = (path: string): number => textOf(path).split('\n').length - 1;
  const sources = projects.flatMap(sourcesOf);

  it('are short: what has more than 300 lines is two ideas in one file', () => {
    expect(sources.filter((path) => lines(path) > 300).map((path) => `${path}: ${lines(path)} lines`)).toEqual([]);
  });

  it('are short as a rule: at most one in twenty has more than 250 lines', () => {
    const long = sources.filter((path) => lines(path) > 250);
    expect(long.length).toBeLessThanOrEqual(sources.length / 20);
  });

  it('are TypeScript, but for what runs before or outside it', () => {
    const allowed = /jest(\.slow)?\.config\.mjs$|^packages\/deployer\/bin\/|^tools\/src\/(nx-plugin|jest)\/|^tools\/src\/habits\/prepare\.mjs$/;
    expect(sources.filter((path) => !path.endsWith('.ts') && !allowed.test(path))).toEqual([]);
  });

  it('explain what they export', () => {
    const bare = sources
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !/\/(index|fixtures)\b/.test(path))
      .filter((path) => /^export (async )?function /m.test(textOf(path)) && !textOf(path).includes('/**'));
    expect(bare).toEqual([]);
  });
});
