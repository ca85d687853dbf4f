import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { floors, homes, walls } from './floors.ts';
import { importsOf, packageOf } from './imports.ts';
import { readNxGraph } from './nx-graph.ts';
import { manifestOf, projects, sourcesOf, textOf } from './workspace.ts';

const scope = '@bud-o11y/';
const imports = projects.flatMap((project) => sourcesOf(project).flatMap((file) => importsOf(textOf(file)).map((specifier) => ({ project, file, specifier }))));
const importedProjects = (name: string): readonly string[] => [
  ...new Set(imports.filter(({ project, specifier }) => project.name === name && specifier.startsWith(scope)).map(({ specifier }) => (packageOf(specifier) ?? '').slice(scope.length))),
];
/** Entries of packages that exist for tests: specifier -> file. */
const testEntries = new Map(projects.flatMap(({ folder }) => Object.entries(manifestOf(folder).exports ?? {}).filter(([entry]) => entry.startsWith('./testing')).map(([entry, file]) => [join(manifestOf(folder).name, entry), join(folder, file)] as const)));
/** What tells why a package cannot be loaded: through an index it could not be loaded itself. */
const withoutIndex = '@bud-o11y/deployer/source-problem';
const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

describe('floors', () => {
  it('has a row for every project', () => {
    expect(sorted(Object.keys(floors))).toEqual(projects.map(({ name }) => name));
  });

  it.each(projects)('$name imports only what stands below it', ({ name }) => {
    expect(importedProjects(name).filter((other) => !(floors[name] ?? []).includes(other))).toEqual([]);
  });

  it.each(projects)('$name declares what it imports from the workspace, and nothing else: `affected` goes by that', ({ name, folder }) => {
    const declared = Object.keys(manifestOf(folder).dependencies ?? {}).filter((dependency) => dependency.startsWith(scope));
    expect(sorted(declared)).toEqual(sorted(importedProjects(name).map((other) => `${scope}${other}`)));
  });

  it('is the table of ARCHITECTURE.md', () => {
    const rows = [...textOf('ARCHITECTURE.md').matchAll(/^\| ([a-z-]+) \| ([a-z, -]*)\|[^|\n]*\|$/gm)].filter(([, name]) => name !== 'project');
    const table = Object.fromEntries(rows.map(([, name = '', below = '']) => [name, below.split(',').map((part) => part.trim()).filter((part) => part !== '')]));
    expect(table).toEqual(floors);
  });

  it('is what Nx knows', () => {
    const graph = readNxGraph();
    const edges = Object.fromEntries(projects.map(({ name }) => [name, sorted((graph.dependencies[name] ?? []).map(({ target }) => target).filter((target) => target in floors))]));
    expect(edges).toEqual(Object.fromEntries(projects.map(({ name }) => [name, sorted(importedProjects(name))])));
  }, 30_000);
});

describe('imports', () => {
  const developerTools = new Set(Object.keys(manifestOf('.').devDependencies ?? {}));
  const importers = Map.groupBy(
    imports.filter(({ specifier }) => specifier.startsWith('.')),
    ({ file, specifier }) => join(dirname(file), specifier),
  );
  /** A spec, an entry for tests, or a file that only these reach: it may use what the root installs for developers. */
  const isTestOnly = (file: string): boolean => file.endsWith('.spec.ts') || [...testEntries.values()].includes(file) || (importers.get(file) ?? []).length > 0 && (importers.get(file) ?? []).every((importer) => isTestOnly(importer.file));

  it.each(projects)('of $name are declared in its package.json', ({ name, folder }) => {
    const declared = new Set(Object.keys(manifestOf(folder).dependencies ?? {}));
    const isAllowed = (file: string, dependency: string): boolean =>
      declared.has(dependency) || (developerTools.has(dependency) && (isTestOnly(file) || file === 'tools/src/habits/prepare.mjs'));
    const missing = imports
      .filter(({ project }) => project.name === name)
      .flatMap(({ file, specifier }) => {
        const dependency = packageOf(specifier);
        return dependency === undefined || isAllowed(file, dependency) ? [] : [`${file} imports ${dependency}: add it to the dependencies of ${folder}/package.json`];
      });
    expect(missing).toEqual([]);
  });

  it('stay in their package when they are relative', () => {
    const escaping = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ project, file, specifier }) => !join(dirname(file), specifier).startsWith(`${project.folder}/`) && !/jest(\.slow)?\.config\.mjs$/.test(file))
      .map(({ file, specifier }) => `${file} imports ${specifier}: export it from that package's src/index.ts and import the package by name`);
    expect(escaping).toEqual([]);
  });

  it('take a package by its name alone: what index.ts does not export is private, but for the entries that tests have and the one that tells why an index cannot be loaded', () => {
    const isPrivate = (file: string, specifier: string): boolean => specifier.startsWith(scope) && packageOf(specifier) !== specifier && specifier !== withoutIndex && !(testEntries.has(specifier) && file.startsWith('tools/'));
    expect(imports.filter(({ file, specifier }) => isPrivate(file, specifier)).map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it('of fakes stand in tests and benchmarks only: nothing that runs in an apply reaches one', () => {
    const isTest = (file: string): boolean => /\/(fakes|fixtures|bench)\//.test(file) || isTestOnly(file);
    const reaching = imports.filter(({ file, specifier }) => specifier.startsWith('.') && join(dirname(file), specifier).includes('/src/fakes/') && !isTest(file));
    expect(reaching.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  it.each(walls)('of $from never reach $to', ({ from, to, why }) => {
    const crossing = imports
      .filter(({ file, specifier }) => file.startsWith(from) && specifier.startsWith('.') && to.some((room) => join(dirname(file), specifier).startsWith(room)))
      .map(({ file, specifier }) => `${file} imports ${specifier}: ${why}`);
    expect(crossing).toEqual([]);
  });

  it.each(Object.entries(homes))('of %s stand in their home only', (dependency, home) => {
    expect(imports.filter(({ project, specifier }) => packageOf(specifier) === dependency && !home.includes(project.name)).map(({ file }) => file)).toEqual([]);
  });
});

describe('versions', () => {
  it('of npm packages are exact', () => {
    const loose = [...projects.map(({ folder }) => folder), '.'].flatMap((folder) => {
      const { dependencies, devDependencies } = manifestOf(folder);
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([name, version]) => !name.startsWith(scope) && !/^\d+\.\d+\.\d+$/.test(version))
        .map(([name, version]) => `${folder}/package.json: ${name} ${version}`);
    });
    expect(loose).toEqual([]);
  });
});
