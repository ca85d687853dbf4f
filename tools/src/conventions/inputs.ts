import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import type { Input, NxGraph } from './nx-graph.ts';
import { manifestOf, root, textOf } from './workspace.ts';

/** What a target may read: files by glob (later ones win, `!` takes away), npm packages by name. */
export interface DeclaredInputs {
  readonly globs: readonly string[];
  readonly packages: ReadonlySet<string>;
}

/** Resolves a target's inputs the way Nx does: named inputs, `^` for the projects below, externals of all of them. */
export function declaredInputs(project: string, target: string, graph: NxGraph): DeclaredInputs {
  const named = (JSON.parse(textOf('nx.json')) as { readonly namedInputs: Readonly<Record<string, readonly Input[]>> }).namedInputs;
  const globsOf = (inputs: readonly Input[], name: string): readonly string[] =>
    inputs.flatMap((input) => {
      if (typeof input !== 'string') return [];
      if (input.startsWith('^')) return below(name, graph).flatMap((other) => globsOf([input.slice(1)], other));
      const group = named[input];
      return group === undefined ? [input.replace('{projectRoot}', folderOf(name, graph)).replace('{workspaceRoot}/', '')] : globsOf(group, name);
    });
  const inputs = graph.nodes[project]?.data.targets[target]?.inputs ?? [];
  return { globs: globsOf(inputs, project), packages: packagesOf([project, ...below(project, graph)].map((name) => folderOf(name, graph))) };
}

/** Whether the declared inputs cover a repository path. */
export function covers({ globs, packages }: DeclaredInputs, path: string): boolean {
  const installed = /^node_modules\/(?<name>@[^/]+\/[^/]+|[^/]+)\//.exec(path)?.groups?.['name'];
  if (installed !== undefined) return packages.has(installed);
  return globs.reduce((is, glob) => (glob.startsWith('!') ? is && !matchesGlob(path, glob.slice(1)) : is || matchesGlob(path, glob)), false);
}

function folderOf(project: string, graph: NxGraph): string {
  return graph.nodes[project]?.data.root ?? project;
}

function below(project: string, graph: NxGraph): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const { target } of graph.dependencies[name] ?? []) {
      if (!(target in graph.nodes) || found.has(target)) continue;
      found.add(target);
      visit(target);
    }
  };
  visit(project);
  return [...found];
}

function packagesOf(folders: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const file = join(root, 'node_modules', name, 'package.json');
    if (!existsSync(file)) return;
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) visit(dependency);
  };
  for (const folder of folders) for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) visit(name);
  return found;
}
