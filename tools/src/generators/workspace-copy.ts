import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projects, root } from '../conventions/workspace.ts';
import type { Tree } from './tree.ts';

/** A copy of the workspace's own files whose installed packages are the original's, for specs that change sources. */
export interface WorkspaceCopy {
  readonly root: string;
  /** What a generator writes into, and what it has written so far. */
  readonly tree: Tree;
  readonly written: ReadonlySet<string>;
  remove(): void;
}

const copied = ['packages', 'tools', 'docs', 'rendered', '.github', '.gitignore', '.oxlintrc.json', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'jest.preset.mjs', 'nx.json', 'package.json', 'tsconfig.base.json', 'tsconfig.json'];

export function copyWorkspace(): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  linkInstalled(folder);
  symlinkSync(join(root, '.tools'), join(folder, '.tools'));
  const written = new Set<string>();
  return {
    root: folder,
    written,
    tree: {
      exists: (path) => readText(folder, path) !== null,
      read: (path) => readText(folder, path),
      write: (path, content) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
        written.add(path);
      },
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The workspace's own packages must be those of the copy; everything else is the original's. */
function linkInstalled(folder: string): void {
  const installed = join(root, 'node_modules');
  mkdirSync(join(folder, 'node_modules/@bud-o11y'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== '@bud-o11y' && !name.startsWith('.package-lock')) symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  }
  for (const project of projects) symlinkSync(join(folder, project.folder), join(folder, 'node_modules/@bud-o11y', project.name));
}

function readText(folder: string, path: string): string | null {
  try {
    return readFileSync(join(folder, path), 'utf8');
  } catch {
    return null;
  }
}
