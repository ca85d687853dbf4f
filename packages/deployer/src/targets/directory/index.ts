import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Problem } from '@bud-o11y/model';
import type { InventoryState, LiveObject, OwnedObject, Snapshot } from '../../plan/snapshot.ts';
import type { Target } from '../target.ts';
import { type FileSystem } from './file-system.ts';
import { ensureFolder } from './folders.ts';
import type { Holders } from './holder.ts';
import { inspect } from './inspect.ts';
import { inventoryFile, isUnfinished, lockFile, readInventory, stateFolder } from './inventory.ts';
import type { Layout } from './layout.ts';
import { acquireLock, lockStateOf } from './lock.ts';
import { placeArtifacts } from './place.ts';
import { directorySession } from './session.ts';

export interface DirectoryOptions {
  /** Absolute path; made by the first apply. */
  readonly root: string;
  readonly environment: string;
  readonly layout: Layout;
  readonly fileSystem: FileSystem;
  readonly holders: Holders;
}

/** A folder of files, each written as a whole, with an inventory of what is ours. Foreign files are never touched. */
export function directoryTarget({ root, environment, layout, fileSystem, holders }: DirectoryOptions): Target {
  const place = { fileSystem, holders, root };

  return {
    identity: { kind: 'directory', address: root },
    place: (artifacts) => placeArtifacts(artifacts, layout),

    async snapshot(desired) {
      const blocked = await blockedState();
      if (blocked !== undefined) return { inventory: 'none', owned: [], live: new Map(), problems: [blocked], locked: false };
      const { state, owned, problems } = await readOwned();
      const addresses = new Set([...desired, ...owned].map((object) => object.address));
      const live = new Map<string, LiveObject>();
      for (const address of addresses) live.set(address, await inspect(fileSystem, root, address));
      const locked = (await fileSystem.entry(join(root, lockFile))) !== undefined;
      return { inventory: state, owned, live, problems, locked } satisfies Snapshot;
    },

    async read(address) {
      const live = await inspect(fileSystem, root, address);
      return live.state === 'present' ? (await fileSystem.read(join(root, address))).toString('utf8') : undefined;
    },

    async lock() {
      await ensureFolder(fileSystem, join(root, stateFolder));
      const run = `${holders.pid}-${randomBytes(4).toString('hex')}`;
      return directorySession({ ...place, run }, await acquireLock(place, run));
    },

    lockState: async () => await lockStateOf(place),
    breakLock: async () => await fileSystem.remove(join(root, lockFile)),
  };

  /** Our own files may not lie behind a symbolic link either. */
  async function blockedState(): Promise<Problem | undefined> {
    for (const address of [inventoryFile, lockFile]) {
      const live = await inspect(fileSystem, root, address);
      if (live.state === 'blocked') return live.problem;
    }
    return undefined;
  }

  async function readOwned(): Promise<{ readonly state: InventoryState; readonly owned: readonly OwnedObject[]; readonly problems: readonly Problem[] }> {
    const path = join(root, inventoryFile);
    if ((await fileSystem.entry(path)) === undefined) return { state: 'none', owned: [], problems: [] };
    const inventory = readInventory((await fileSystem.read(path)).toString('utf8'));
    if (inventory === undefined) return { state: 'damaged', owned: [], problems: [damaged(path)] };
    if (inventory.environment !== environment) return { state: 'complete', owned: [], problems: [otherEnvironment(root, inventory.environment, environment)] };
    return { state: isUnfinished(inventory) ? 'unfinished' : 'complete', owned: inventory.files, problems: [] };
  }
}

function damaged(path: string): Problem {
  return {
    code: 'target-inventory-damaged',
    severity: 'warning',
    where: { path: inventoryFile },
    what: `${path} is cut short or is no inventory`,
    why: 'it says which files are ours; without it nothing is deleted, and a file that differs from the rendered one counts as foreign',
    fix: 'run `apply`: it takes over every file that equals the rendered one, writes a new inventory and keeps the damaged one beside it; where files differ because they are of an older commit, apply that commit first',
  };
}

function otherEnvironment(root: string, found: string, wanted: string): Problem {
  return {
    code: 'target-other-environment',
    severity: 'error',
    where: { path: inventoryFile },
    what: `${root} holds the environment ${found}, not ${wanted}`,
    why: 'applying another environment there would delete everything of the first',
    fix: `use \`-e ${found}\`, or give another folder with --directory`,
  };
}
