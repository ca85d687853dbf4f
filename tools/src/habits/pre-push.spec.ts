import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pushBase } from './pre-push.ts';
import { type TemporaryRepository, temporaryRepository } from './temporary-repository.ts';

const none = '0'.repeat(40);

describe('pushBase', () => {
  let repository: TemporaryRepository;
  let first: string;
  let second: string;
  let third: string;

  beforeEach(async () => {
    repository = await temporaryRepository();
    first = await repository.commit();
    await repository.text('switch', '--quiet', '--create', 'feature');
    second = await repository.commit();
    third = await repository.commit();
  });
  afterEach(() => repository.remove());

  const base = (...lines: string[]): ReturnType<typeof pushBase> => pushBase(`${lines.join('\n')}\n`, repository, 'main');

  it('compares with what the remote branch has', async () => {
    expect(await base(`refs/heads/feature ${third} refs/heads/feature ${second}`)).toEqual({ base: second });
  });

  it('compares a new branch with the default branch', async () => {
    expect(await base(`refs/heads/feature ${third} refs/heads/feature ${none}`)).toEqual({ base: first });
  });

  it('takes the oldest of several', async () => {
    expect(await base(`refs/heads/a ${third} refs/heads/a ${second}`, `refs/heads/b ${third} refs/heads/b ${none}`)).toEqual({ base: first });
  });

  it('checks everything when the default branch itself is new', async () => {
    expect(await base(`refs/heads/main ${first} refs/heads/main ${none}`)).toBe('all');
  });

  it('falls back to the default branch when the remote commit is not known here', async () => {
    expect(await base(`refs/heads/feature ${third} refs/heads/feature ${'1'.repeat(40)}`)).toEqual({ base: first });
  });

  it('has nothing to check when a branch is deleted', async () => {
    expect(await base(`(delete) ${none} refs/heads/feature ${third}`)).toBe('nothing');
  });
});
