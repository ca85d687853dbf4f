import { spawn } from 'node:child_process';
import type { AffectedBuild, Builds } from './pre-commit.ts';

/** Builds as Nx knows them: the graph decides what is affected, the inferred target where its output goes. */
export function nxBuilds(root: string): Builds {
  return {
    affected: async (files) => {
      const projects: unknown = JSON.parse(await nx(root, ['show', 'projects', '--affected', '--with-target', 'build', `--files=${files.join(',')}`, '--json'], 'pipe'));
      if (!Array.isArray(projects)) throw new Error('nx show projects gave no list');
      return projects.map(String).sort().map(withOutput);
    },
    run: async (projects) => {
      await nx(root, ['run-many', '-t', 'build', '-p', projects.join(',')], 'inherit');
    },
  };
}

function withOutput(project: string): AffectedBuild {
  return { project, output: project === 'tools' ? 'docs/generated' : `rendered/${project}` };
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
