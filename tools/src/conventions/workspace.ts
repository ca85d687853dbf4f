import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Root of the repository. */
export const root = join(import.meta.dirname, '../../..');

/** Text of a file, by repository path. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const skipped = new Set(['node_modules', '.git', '.nx', '.tools', '.bud-o11y']);

/** Repository paths of all files below a folder, sorted; what is installed, built or ignored is left out. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (skipped.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(root, path));
    }
  };
  walk(join(root, folder));
  return found.sort();
}

/** The part of a package.json that the conventions look at. */
export interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(textOf(join(folder, 'package.json'))) as Manifest;
}

/** One project of the workspace and its folder. */
export interface Project {
  readonly name: string;
  readonly folder: string;
}

/** Every project, sorted by name. */
export const projects: readonly Project[] = [...readdirSync(join(root, 'packages')).map((name) => ({ name, folder: `packages/${name}` })), { name: 'tools', folder: 'tools' }].sort(
  (a, b) => (a.name < b.name ? -1 : 1),
);

/** TypeScript and JavaScript sources of a project, specs among them. */
export function sourcesOf(project: Project): readonly string[] {
  return filesBelow(project.folder).filter((path) => /\.(ts|mjs|cjs)$/.test(path));
}
