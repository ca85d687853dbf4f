import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Builds, CommitStopped, preCommit } from './pre-commit.ts';
import { type TemporaryRepository, temporaryRepository } from './temporary-repository.ts';

describe('preCommit', () => {
  let repository: TemporaryRepository;
  let built: readonly string[];

  /** `rules` is affected by its own source and writes one file with that source's text. */
  const builds = (): Builds => ({
    affected: async (files) => (files.some((file) => file.startsWith('packages/rules/')) ? [{ project: 'rules', output: 'rendered/rules' }] : []),
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

  it('does not mind an output that is staged in part: the build writes it again', async () => {
    await repository.write('rendered/rules/a.yaml', 'stale\n');
    await repository.text('add', 'rendered');
    await repository.write('rendered/rules/a.yaml', 'staler\n');
    await repository.write('packages/rules/src/a.ts', 'two\n');
    await repository.text('add', 'packages');
    await preCommit(repository, builds());
    expect(await repository.text('show', ':rendered/rules/a.yaml')).toBe('built');
  });
});
