import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { AppError, type Problem } from '@bud-o11y/model';
import { pruneBudget } from '../../plan/budget.ts';
import { makePlan } from '../../plan/plan.ts';
import type { DesiredObject, InventoryState, LiveObject, OwnedObject, Snapshot } from '../../plan/snapshot.ts';
import type { Target } from '../target.ts';
import { type FileSystem } from './file-system.ts';
import { ensureFolder } from './folders.ts';
import type { Holders } from './holder.ts';
import { inspect } from './inspect.ts';
import { type Inventory, inventoryFile, isUnfinished, lockFile, readInventory, stateFolder } from './inventory.ts';
import type { Layout, LoadedFolder } from './layout.ts';
import { acquireLock, lockStateOf } from './lock.ts';
import { caseClashes, foreignNeighbours } from './neighbours.ts';
import { placeArtifacts } from './place.ts';
import { directorySession } from './session.ts';

export interface DirectoryOptions {
  /** Absolute path; made by the first apply. */
  readonly root: string;
  readonly environment: string;
  readonly layout: Layout;
  readonly fileSystem: FileSystem;
  readonly holders: Holders;
  /** Folders that programs load as a whole: a foreign file there is told. */
  readonly loads?: readonly LoadedFolder[];
}

/** A folder of files, each written as a whole, with an inventory of what is ours. Foreign files are never touched. */
export function directoryTarget({ root, environment, layout, fileSystem, holders, loads = [] }: DirectoryOptions): Target {
  const place = { fileSystem, holders, root };
  const identity = { kind: 'directory', address: root };

  return {
    identity,
    place: (artifacts) => placeArtifacts(artifacts, layout),

    async plan(desired) {
      const refusal = await refusalOf();
      const snapshot = refusal ?? (await snapshotFor(desired));
      // Where the target as a whole is not ours to write, its files say nothing more.
      const plan = makePlan(environment, identity, refusal === undefined ? desired : [], snapshot);
      const owned = snapshot.owned.length;
      return { plan, inventory: snapshot.inventory, owned, budget: pruneBudget(plan, owned) };
    },

    async read(address) {
      const live = await inspect(fileSystem, root, address);
      return live.state === 'present' ? (await fileSystem.read(join(root, address))).toString('utf8') : undefined;
    },

    unready: async () => [],
    permissions: async () => [],

    async lock() {
      await ensureFolder(fileSystem, join(root, stateFolder));
      const run = `${holders.pid}-${randomBytes(4).toString('hex')}`;
      return directorySession({ ...place, run }, await acquireLock(place, run));
    },

    lockState: async () => await lockStateOf(place),
    async breakLock(run) {
      const found = await lockStateOf(place);
      if (found === undefined) return;
      if (found.holder?.run !== run) throw new AppError('lockHeld', `another run holds the lock by now: ${found.holder?.run ?? 'one that cannot be read'}`);
      await fileSystem.remove(join(root, lockFile));
    },
  };

  async function snapshotFor(desired: readonly DesiredObject[]): Promise<Snapshot> {
    const { state, owned, problems } = await readOwned();
    const addresses = new Set([...desired, ...owned].map((object) => object.address));
    const live = new Map<string, LiveObject>();
    for (const address of addresses) live.set(address, await inspect(fileSystem, root, address));
    const locked = (await fileSystem.entry(join(root, lockFile))) !== undefined;
    const surroundings = { fileSystem, root, desired, owned };
    const around = [...(await caseClashes(surroundings)), ...(await foreignNeighbours(surroundings, loads))];
    return { inventory: state, owned, live, problems: [...problems, ...around], locked };
  }

  /** What is to be told instead of a plan: the target cannot be looked into, or holds another environment. */
  async function refusalOf(): Promise<Snapshot | undefined> {
    const blocked = await blockedState();
    if (blocked !== undefined) return { inventory: 'none', owned: [], live: new Map(), problems: [blocked], locked: false };
    const found = (await currentInventory())?.environment;
    if (found === undefined || found === environment) return undefined;
    return { inventory: 'complete', owned: [], live: new Map(), problems: [otherEnvironment(root, found, environment)], locked: false };
  }

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
    const inventory = await currentInventory();
    if (inventory === undefined) return { state: 'damaged', owned: [], problems: [damaged(path)] };
    return { state: isUnfinished(inventory) ? 'unfinished' : 'complete', owned: inventory.files, problems: [] };
  }

  /** Undefined when there is none, or none that can be read. */
  async function currentInventory(): Promise<Inventory | undefined> {
    const path = join(root, inventoryFile);
    return (await fileSystem.entry(path)) === undefined ? undefined : readInventory((await fileSystem.read(path)).toString('utf8'));
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
