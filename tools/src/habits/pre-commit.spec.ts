import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Builds, CommitStopped, preCommit } from './pre-commit.ts';
import { type TemporaryRepository, temporaryRepository } from './temporary-repository.ts';

describe('preCommit', () => {
  let repository: TemporaryRepository;
  let built: readonly string[];

  /** `rules` reads its own sources and those of `model`, specs apart, and writes one file. */
  const reads = (path: string): boolean => /^packages\/(rules|model)\//.test(path) && !path.endsWith('.spec.ts');
  const builds = (): Builds => ({
    affected: async (files) => (files.some(reads) ? [{ project: 'rules', outputs: ['rendered/rules'], reads }] : []),
    run: async (projects) => {
      built = projects;
      await repository.write('rendered/rules/a.yaml', 'built\n');
    },
  });
  const staged = (): Promise<readonly string[]> => repository.list('diff', '--cached', '--name-only');

  beforeEach(async () => {
    built = [];
    repository = await temporaryRepository();
    await repository.write('packages/rules/src/a.ts', 'one\n');
    await repository.write('rendered/rules/a.yaml', 'old\n');
    await repository.write('rendered/alerts/b.yaml', 'old\n');
    await repository.commit();
  });
  afterEach(() => repository.remove());

  it('builds what the commit affects and stages that folder', async () => {
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    expect(await preCommit(repository, builds())).toEqual(['rendered/rules/a.yaml']);
    expect(built).toEqual(['rules']);
    expect(await staged()).toEqual(['packages/rules/src/a.ts', 'rendered/rules/a.yaml']);
  });

  it('leaves every other change unstaged', async () => {
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    await repository.write('rendered/alerts/b.yaml', 'by hand\n');
    await repository.write('notes.txt', 'mine\n');
    await preCommit(repository, builds());
    expect(await staged()).toEqual(['packages/rules/src/a.ts', 'rendered/rules/a.yaml']);
  });

  it('stages new and removed files of the folder', async () => {
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    const { affected } = builds();
    const run = async (): Promise<void> => {
      await repository.write('rendered/rules/new.yaml', 'new\n');
      await rm(join(repository.root, 'rendered/rules/a.yaml'));
    };
    expect(await preCommit(repository, { affected, run })).toEqual(['rendered/rules/a.yaml', 'rendered/rules/new.yaml']);
    expect(await repository.list('diff', '--cached', '--name-only', '--diff-filter=D')).toEqual(['rendered/rules/a.yaml']);
  });

  it('builds nothing when the commit affects nothing', async () => {
    await repository.write('notes.txt', 'mine\n');
    await repository.text('add', 'notes.txt');
    expect(await preCommit(repository, builds())).toEqual([]);
    expect(built).toEqual([]);
  });

  it('stops when a source is staged in part, before it builds', async () => {
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    await repository.write('packages/rules/src/a.ts', 'three\n');
    await expect(preCommit(repository, builds())).rejects.toThrow(CommitStopped);
    await expect(preCommit(repository, builds())).rejects.toThrow(/packages\/rules\/src\/a\.ts/);
    expect(built).toEqual([]);
  });

  it.each([
    { name: 'a source that is changed and not staged', path: 'packages/model/src/b.ts' },
    { name: 'a source that git does not know', path: 'packages/rules/src/new.ts' },
  ])('stops because of $name, before it builds', async ({ path }) => {
    await repository.write('packages/model/src/b.ts', 'one\n');
    await repository.commit();
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    await repository.write(path, 'mine\n');
    await expect(preCommit(repository, builds())).rejects.toThrow(`not staged:\n  ${path}\n`);
    expect(built).toEqual([]);
  });

  it('does not mind what no affected build reads', async () => {
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    await repository.write('packages/rules/src/a.spec.ts', 'mine\n');
    await repository.write('packages/dashboards/src/c.ts', 'mine\n');
    expect(await preCommit(repository, builds())).toEqual(['rendered/rules/a.yaml']);
  });

  it('does not mind an output that is staged in part: the build writes it again', async () => {
    await repository.write('rendered/rules/a.yaml', 'stale\n');
    await repository.text('add', 'rendered');
    await repository.write('rendered/rules/a.yaml', 'staler\n');
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    await preCommit(repository, builds());
    expect(await repository.text('show', ':rendered/rules/a.yaml')).toBe('built');
  });

  /** As git runs it: a hook that builds what `builds` does, and says what it throws. */
  describe('as a hook', () => {
    beforeEach(async () => {
      const source = `
        const { writeFileSync } = process.getBuiltinModule('fs');
        const { gitIn } = await import(${JSON.stringify(join(import.meta.dirname, 'git.ts'))});
        const { preCommit } = await import(${JSON.stringify(join(import.meta.dirname, 'pre-commit.ts'))});
        const reads = (path) => path.startsWith('packages/rules/');
        await preCommit(gitIn(process.cwd(), process.env), {
          affected: async (files) => (files.some(reads) ? [{ project: 'rules', outputs: ['rendered/rules'], reads }] : []),
          run: async () => writeFileSync('rendered/rules/a.yaml', 'built\\n'),
        }).catch(({ message }) => { console.error(message); process.exitCode = 1; });`;
      const hook = join(repository.root, '.git/hooks/pre-commit');
      await writeFile(`${hook}.mjs`, source);
      await writeFile(hook, `#!/bin/sh\nexec '${process.execPath}' '${hook}.mjs'\n`, { mode: 0o755 });
      await repository.write('packages/rules/src/a.ts', 'two\n');
    });

    it.each([
      { name: 'git commit', add: ['packages'], args: [] },
      { name: 'git commit -a', add: [], args: ['-a'] },
      { name: 'git commit --include <path>', add: [], args: ['--include', 'packages'] },
    ])('leaves nothing behind after $name', async ({ add, args }) => {
      if (add.length > 0) await repository.text('add', ...add);
      await repository.text('commit', '--quiet', '--message=a commit', ...args);
      expect(await repository.text('show', 'HEAD:rendered/rules/a.yaml')).toBe('built');
      expect(await repository.text('status', '--porcelain')).toBe('');
    });

    it('does so in a work tree of its own', async () => {
      const tree = `${repository.root}-tree`;
      await repository.text('worktree', 'add', '--quiet', tree);
      await writeFile(join(tree, 'packages/rules/src/a.ts'), 'three\n');
      await promisify(execFile)('git', ['-c', 'user.name=A Committer', '-c', 'user.email=committer@localhost', 'commit', '--quiet', '--all', '--message=a commit'], { cwd: tree, env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: repository.root } });
      expect((await promisify(execFile)('git', ['status', '--porcelain'], { cwd: tree })).stdout).toBe('');
      await rm(tree, { recursive: true });
    });

    it('stops git commit -- <path>, which would leave the old output staged', async () => {
      await expect(repository.text('commit', '--quiet', '--message=a commit', '--', 'packages/rules/src/a.ts')).rejects.toThrow(/commits from an index of its own[^]*rules: rendered\/rules/);
      expect(await repository.text('show', ':rendered/rules/a.yaml')).toBe('old');
    });

    it('lets git commit -- <path> pass where nothing is built', async () => {
      await repository.write('rendered/alerts/b.yaml', 'by hand\n');
      await repository.text('commit', '--quiet', '--message=a commit', '--', 'rendered/alerts/b.yaml');
      expect(await staged()).toEqual([]);
    });
  });
});
