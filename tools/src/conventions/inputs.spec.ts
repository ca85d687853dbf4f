import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generatorProjects } from '@bud-o11y/model';
import { covers, declaredInputs } from './inputs.ts';
import { type NxGraph, readNxGraph } from './nx-graph.ts';
import { root } from './workspace.ts';

const preload = join(import.meta.dirname, 'record-reads.ts');

/** Runs a build into a folder of its own and gives the repository paths of everything that it read. */
function readsOf(script: string, args: readonly string[], out: string): readonly string[] {
  const file = `${out}.reads.json`;
  const { NODE_OPTIONS: _, ...env } = process.env;
  execFileSync(process.execPath, ['--import', preload, join(root, script), ...args, '--out', out], { cwd: root, stdio: 'pipe', env: { ...env, READS_FILE: file } });
  const reads = (JSON.parse(readFileSync(file, 'utf8')) as readonly string[])
    .map((path) => relative(root, path))
    .filter((path) => path !== '' && !path.startsWith('..') && path !== relative(root, preload));
  // Node reads the package.json of each source it loads, for `type` and `exports`, by a way that no hook sees.
  const manifests = reads.flatMap((path) => /^(?:packages\/[^/]+|tools)(?=\/)/.exec(path)?.[0] ?? []).map((folder) => `${folder}/package.json`);
  return [...new Set([...reads, ...manifests])].sort();
}

describe('the inputs that a build declares', () => {
  let graph: NxGraph;
  let folder = '';

  beforeAll(() => {
    graph = readNxGraph();
    folder = mkdtempSync(join(tmpdir(), 'reads-'));
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(generatorProjects)('are all that the build of %s reads: what is not among them, `affected` and the cache do not see', (project) => {
    const reads = readsOf('tools/src/build/main.ts', ['--project', project], join(folder, project));
    expect(reads).toContain(`packages/${project}/src/index.ts`);
    expect(reads).toContain('packages/model/src/index.ts');
    const inputs = declaredInputs(project, 'build', graph);
    expect(reads.filter((path) => !covers(inputs, path))).toEqual([]);
  }, 30_000);

  it('are all that the build of the generated pages reads', () => {
    const reads = readsOf('tools/src/docs/main.ts', [], join(folder, 'docs'));
    expect(reads).toContain('packages/model/src/index.ts');
    const inputs = declaredInputs('tools', 'build', graph);
    expect(reads.filter((path) => !covers(inputs, path))).toEqual([]);
  }, 30_000);

  it.each([
    { project: 'rules', path: 'packages/alerts/src/index.ts', covered: false },
    { project: 'rules', path: 'packages/rules/src/index.spec.ts', covered: false },
    { project: 'rules', path: 'packages/rules/src/index.ts', covered: true },
    { project: 'rules', path: 'docs/runbooks/ServiceDown.md', covered: false },
    { project: 'rules', path: 'node_modules/zod/index.js', covered: true },
    { project: 'rules', path: 'node_modules/commander/index.js', covered: false },
    { project: 'alerts', path: 'packages/rules/src/index.ts', covered: true },
  ])('of $project: $path covered is $covered', ({ project, path, covered }) => {
    expect(covers(declaredInputs(project, 'build', graph), path)).toBe(covered);
  });
});
