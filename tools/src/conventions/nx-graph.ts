import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './workspace.ts';

/** One input of a target, as nx.json and the plugin write it. */
export type Input = string | { readonly externalDependencies?: readonly string[]; readonly env?: string; readonly runtime?: string };

export interface Target {
  readonly cache?: boolean;
  readonly inputs?: readonly Input[];
  readonly outputs?: readonly string[];
  readonly dependsOn?: readonly unknown[];
  readonly configurations?: Readonly<Record<string, unknown>>;
  readonly defaultConfiguration?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Nx's own view of the workspace: what `affected` and the cache go by. */
export interface NxGraph {
  readonly nodes: Readonly<Record<string, { readonly data: { readonly root: string; readonly targets: Readonly<Record<string, Target>> } }>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

/** Asks Nx; takes about a second. */
export function readNxGraph(): NxGraph {
  const folder = mkdtempSync(join(tmpdir(), 'nx-graph-'));
  try {
    const file = join(folder, 'graph.json');
    execFileSync(process.execPath, [join(root, 'node_modules/.bin/nx'), 'graph', `--file=${file}`], { cwd: root, stdio: 'pipe', env: { ...process.env, NX_DAEMON: 'false' } });
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly graph: NxGraph }).graph;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
