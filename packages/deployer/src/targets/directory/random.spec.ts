import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Artifact } from '@bud-o11y/model';
import { applyOnce, planOnce } from '../../fixtures/apply-once.ts';
import { alertArtifact, configArtifact, dashboardArtifact, recordingArtifact } from '../../fixtures/artifacts.ts';
import { watchedFileSystem } from '../../fixtures/faulty-file-system.ts';
import { contents, inTemporaryFolder } from '../../fixtures/host.ts';
import { type Random, seeded } from '../../fixtures/random.ts';
import { isEmpty } from '../../plan/plan.ts';
import type { Target } from '../target.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import type { Holders } from './holder.ts';
import { directoryTarget } from './index.ts';
import { programLayout } from './layout.ts';

const makers = [configArtifact, dashboardArtifact, recordingArtifact, alertArtifact];

function randomBundle(random: Random): readonly Artifact[] {
  return makers.flatMap((make, kind) => ['a', 'b', 'c'].flatMap((name) => (random.chance(0.6) ? [make({ name: `${name}${kind}`, revision: String(random.below(3)) })] : [])));
}

/** From operation `at` on, the disk does nothing more for this process: what a kill looks like from the disk. */
function dyingFileSystem(at: number): FileSystem {
  return watchedFileSystem(async ({ number, verb, path }) => {
    if (number < at) return;
    if (number === at && verb === 'writeNew') await writeFile(path, 'half');
    throw new Error('killed');
  });
}

/** Every process but the current one is dead. */
function holdersOf(pid: number): Holders {
  return {
    pid,
    isRunning: (other) => other === pid,
    self: async (run) => ({ run, pid, host: 'h', boot: 'b', started: String(pid), since: '2026-01-01T00:00:00.000Z' }),
    liveness: async (holder) => (holder.pid === pid ? 'alive' : 'dead'),
  };
}

function targetOf(root: string, pid: number, fileSystem: FileSystem): Target {
  return directoryTarget({ root, environment: 'local', layout: programLayout, fileSystem, holders: holdersOf(pid) });
}

/** `settled`: the last apply ended, so every known file is there and ours. After a kill an edit of what may not be ours is a conflict instead. */
async function meddle(random: Random, root: string, known: readonly string[], settled: boolean, foreign: Map<string, string>): Promise<void> {
  const path = join(root, random.pick(known));
  if (settled && random.chance(0.3)) await writeFile(path, 'edited by hand');
  else if (random.chance(0.3)) await rm(path, { force: true });
  else {
    const address = join(dirname(random.pick(known)), random.pick(['notes.txt', '.hidden', '.x.1-ab.bud-o11y-tmp']));
    foreign.set(address, String(random.below(1000)));
    await mkdir(dirname(join(root, address)), { recursive: true });
    await writeFile(join(root, address), foreign.get(address) ?? '');
  }
}

describe('any sequence of applies, kills and hand edits', () => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed))('ends, after one undisturbed apply, with the bundle and every foreign file: seed %i', async (seed) => {
    const random = seeded(seed);
    await inTemporaryFolder(async (folder) => {
      const root = join(folder, 'target');
      const foreign = new Map<string, string>();
      for (let step = 0; step < 6; step += 1) {
        const bundle = randomBundle(random);
        const dying = random.chance(0.7);
        await applyOnce(targetOf(root, 100 + step, dying ? dyingFileSystem(1 + random.below(60)) : nodeFileSystem), bundle).catch(() => undefined);
        const addresses = targetOf(root, 1, nodeFileSystem).place(bundle).objects.map((object) => object.address);
        if (addresses.length > 0 && random.chance(0.5)) await meddle(random, root, addresses, !dying, foreign);
      }
      const last = targetOf(root, 999, nodeFileSystem);
      const bundle = randomBundle(random);
      expect({ seed, ...(await applyOnce(last, bundle)) }).toMatchObject({ seed, outcome: 'done' });
      const wanted = Object.fromEntries([...last.place(bundle).objects.map((object): [string, string] => [object.address, object.text]), ...foreign]);
      const { '.bud-o11y/inventory': _, ...found } = await contents(root);
      expect({ seed, found }).toEqual({ seed, found: wanted });
      expect(isEmpty((await planOnce(last, bundle)).plan)).toBe(true);
      expect(await emptyFolders(root)).toEqual([]);
    });
  });
});

async function emptyFolders(root: string): Promise<readonly string[]> {
  const folders = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const counts = await Promise.all(folders.map(async (folder) => ({ folder, count: (await readdir(folder)).length })));
  return counts.filter(({ count }) => count === 0).map(({ folder }) => folder);
}
