import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AppError } from '@bud-o11y/model';
import { watchedFileSystem } from '../../fixtures/faulty-file-system.ts';
import { inTemporaryFolder } from '../../fixtures/host.ts';
import { seeded } from '../../fixtures/random.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { type Holders, systemHolders } from './holder.ts';
import { acquireLock } from './lock.ts';

const dead = { run: '1-dead', pid: 1, host: 'h', boot: 'b', started: '1', since: '2026-01-01T00:00:00.000Z' };

function holdersOf(pid: number): Holders {
  return { pid, isRunning: (other) => other >= 100, self: async (run) => ({ ...dead, run, pid }), liveness: async (holder) => (holder.pid >= 100 ? 'alive' : 'dead') };
}

async function inTarget(test: (root: string, put: (name: string, holder: object) => Promise<void>) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (root) => {
    await mkdir(join(root, '.bud-o11y'));
    await test(root, async (name, holder) => await writeFile(join(root, '.bud-o11y', name), JSON.stringify(holder)));
  });
}

describe('acquireLock', () => {
  it.each(Array.from({ length: 15 }, (_, seed) => seed))('gives a dead holder’s lock to one contender at a time: seed %i', async (seed) => await inTarget(async (root, put) => {
    const random = seeded(seed);
    await put('lock', dead);
    if (random.chance(0.5)) await put('lock.after-1-dead', { ...dead, run: '2-dead', pid: 2 });
    const fileSystem: FileSystem = watchedFileSystem(async () => {
      for (let turns = random.below(4); turns > 0; turns -= 1) await new Promise(setImmediate);
    });
    let holding = 0;
    let most = 0;
    const contend = async (pid: number): Promise<boolean> => {
      try {
        const lock = await acquireLock({ fileSystem, holders: holdersOf(pid), root }, `${pid}-abc`);
        most = Math.max(most, (holding += 1));
        await new Promise(setImmediate);
        await lock.assertHeld();
        holding -= 1;
        await lock.release();
        return true;
      } catch (thrown) {
        if (thrown instanceof AppError && thrown.code === 'lockHeld') return false;
        throw thrown;
      }
    };
    const won = await Promise.all([100, 101, 102, 103].map(contend));
    expect({ seed, most, someWon: won.includes(true) }).toEqual({ seed, most: 1, someWon: true });
    const again = await acquireLock({ fileSystem: nodeFileSystem, holders: holdersOf(200), root }, '200-abc');
    await again.release();
    expect((await readdir(join(root, '.bud-o11y'))).filter((name) => !name.startsWith('lock.after-'))).toEqual([]);
  }));

  it('works on a file system without hard links', async () => await inTarget(async (root) => {
    const fileSystem: FileSystem = { ...nodeFileSystem, link: async () => undefined };
    const lock = await acquireLock({ fileSystem, holders: holdersOf(100), root }, '100-abc');
    await expect(acquireLock({ fileSystem, holders: holdersOf(101), root }, '101-abc')).rejects.toMatchObject({ code: 'lockHeld' });
    await lock.release();
  }));

  it('notices that the lock went to somebody else', async () => await inTarget(async (root, put) => {
    const lock = await acquireLock({ fileSystem: nodeFileSystem, holders: holdersOf(100), root }, '100-abc');
    await put('lock', { ...dead, pid: 101 });
    await expect(lock.assertHeld()).rejects.toMatchObject({ code: 'lockLost' });
    await lock.release();
    expect(await readdir(join(root, '.bud-o11y'))).toEqual(['lock']);
  }));
});

describe('systemHolders', () => {
  const holders = systemHolders({ pid: process.pid, isRunning: (pid) => pid === process.pid, now: () => new Date(0) });

  it.each([
    ['this process', {}, 'alive'],
    ['an older process with this id', { started: '1' }, 'dead'],
    ['a process before the last boot', { boot: 'another' }, 'dead'],
    ['a process of another machine', { host: 'elsewhere' }, 'unknown'],
    ['a process that ended', { pid: 4_194_400 }, 'dead'],
    ['a process where the system tells no more than the id', { boot: '', started: '' }, 'alive'],
    ['no such process, likewise', { boot: '', started: '', pid: 4_194_400 }, 'dead'],
  ])('judges %s', async (_, over, wanted) => {
    expect(await holders.liveness({ ...(await holders.self('1-ab')), ...over })).toBe(wanted);
  });
});
