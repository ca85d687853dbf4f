import { spawn } from 'node:child_process';
import { covers, declaredInputs } from '../conventions/inputs.ts';
import { type NxGraph, readNxGraph } from '../conventions/nx-graph.ts';
import type { AffectedBuild, Builds } from './pre-commit.ts';

/**
 * Builds as Nx knows them. What a build reads and writes is what its target declares; `nx affected` would go by projects, and
 * take a changed spec or README for a reason to build. A changed lock file may change every build.
 */
export function nxBuilds(root: string): Builds {
  return {
    affected: async (files) => {
      const graph = readNxGraph();
      return Object.keys(graph.nodes)
        .filter((project) => graph.nodes[project]?.data.targets['build'] !== undefined)
        .sort()
        .map((project) => build(project, graph))
        .filter(({ reads }) => files.some((file) => file === 'package-lock.json' || reads(file)));
    },
    run: async (projects) => {
      await nx(root, ['run-many', '-t', 'build', '-p', projects.join(',')], 'inherit');
    },
  };
}

function build(project: string, graph: NxGraph): AffectedBuild {
  const inputs = declaredInputs(project, 'build', graph);
  const outputs = graph.nodes[project]?.data.targets['build']?.outputs ?? [];
  return { project, outputs: outputs.map((output) => output.replace('{workspaceRoot}/', '')), reads: (path) => covers(inputs, path) };
}

/** Runs the workspace's Nx; resolves with its stdout, rejects when it fails. Its messages go where the caller's go. */
export function nx(root: string, args: readonly string[], stdout: 'pipe' | 'inherit'): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['nx', ...args], { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(text) : reject(new Error(`nx ${args.slice(0, 3).join(' ')} failed`))));
  });
}
