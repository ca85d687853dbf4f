import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { registered } from './registration.ts';
import { filesBelow, root, textOf } from './workspace.ts';

const exists = (path: string): boolean => existsSync(join(root, path));
const tableRows = (text: string, heading: string): readonly (readonly string[])[] => {
  const section = text.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| (.+)\|$/gm)].slice(1).map(([, row = '']) => row.split('|').map((cell) => cell.trim()));
};
const codeIn = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe('README', () => {
  const rows = tableRows(textOf('README.md'), 'Where do I add…');

  it.each(registered)('says where to add a $kind', ({ kind, folder, index }) => {
    const row = rows.find(([what]) => what?.endsWith(` ${kind}`));
    expect(codeIn(row?.[2] ?? '')[0]?.startsWith(`${folder}/`)).toBe(true);
    expect(codeIn(row?.[3] ?? '')).toContain(index);
  });

  it('names folders and indexes that exist', () => {
    const paths = rows.flatMap((row) => row.slice(2).flatMap(codeIn)).filter((path) => path.includes('/'));
    expect(paths.filter((path) => !exists(path.includes('<') ? dirname(path.slice(0, path.indexOf('<') + 1)) : path))).toEqual([]);
  });

  it('offers the generators that there are', () => {
    const { generators } = JSON.parse(textOf('tools/generators.json')) as { readonly generators: Readonly<Record<string, unknown>> };
    expect(rows.flatMap((row) => codeIn(row[1] ?? '')).sort()).toEqual(Object.keys(generators).sort());
  });
});

describe('ARCHITECTURE', () => {
  it('names paths that exist', () => {
    const paths = tableRows(textOf('ARCHITECTURE.md'), 'Where things live').flatMap((row) => codeIn(row[0] ?? ''));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !exists(path.split('<')[0] ?? path))).toEqual([]);
  });
});

describe('pages', () => {
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...filesBelow('docs'), ...filesBelow('packages').filter((path) => path.endsWith('.md'))].filter((path) => path.endsWith('.md'));

  it('link to files that exist', () => {
    const broken = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !exists(join(dirname(page), target)))
        .map((target) => `${page} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
