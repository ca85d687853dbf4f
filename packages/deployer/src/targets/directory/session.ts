import { dirname, join } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { Change } from '../../plan/plan.ts';
import type { OwnedObject } from '../../plan/snapshot.ts';
import type { Session } from '../target.ts';
import { writeAtomically } from './atomic.ts';
import type { FileSystem } from './file-system.ts';
import { ensureFolder, missingFolders, removeEmptyFolders } from './folders.ts';
import type { Holders } from './holder.ts';
import { inspect } from './inspect.ts';
import { inventoryFile, inventoryText, readInventory } from './inventory.ts';
import type { Lock } from './lock.ts';
import { removeStrays } from './strays.ts';

interface SessionPlace {
  readonly fileSystem: FileSystem;
  readonly holders: Holders;
  readonly root: string;
  readonly run: string;
}

/**
 * A session on a directory. Between `begin` and `end` the inventory on the disk owns what was there and what is
 * intended; after `end` exactly what is there, however far the session came.
 */
export function directorySession({ fileSystem, holders, root, run }: SessionPlace, lock: Lock): Session {
  const files = new Map<string, OwnedObject>();
  /** The one write that began and did not end well: its file may have the old bytes or the new ones. */
  let uncertain: string | undefined;
  let recorded: string | undefined;
  let environment = '';
  let folders: readonly string[] = [];
  let removals = false;

  const record = async (): Promise<void> => {
    await lock.assertHeld();
    const text = inventoryText({ environment, files: [...files.values()], folders });
    if (text !== recorded) await writeAtomically(fileSystem, join(root, inventoryFile), text, run);
    recorded = text;
  };

  return {
    ...(lock.takenOver === undefined ? {} : { takenOver: lock.takenOver }),
    concurrency: 1,

    async begin(plan) {
      const before = await currentInventory(fileSystem, root, run);
      await removeStrays(fileSystem, holders, root, before.intended);
      recorded = before.text;
      environment = plan.environment;
      for (const { address, artifact, wave, digest } of plan.unchanged) files.set(address, { address, artifact, wave, digest });
      for (const change of plan.changes) {
        const entry = intentOf(change, before.owned.has(change.address));
        if (entry !== undefined) files.set(change.address, entry);
      }
      removals = plan.untidy || plan.changes.some((change) => change.to === undefined);
      const missing = await missingFolders(fileSystem, root, plan.changes.filter((change) => change.to !== undefined).map((change) => change.address));
      folders = [...new Set([...before.folders, ...missing])];
      if (plan.changes.length > 0) await record();
    },

    async write(change, { text }) {
      await lock.assertHeld();
      await expectUnmoved(fileSystem, root, change);
      uncertain = change.address;
      if (change.action !== 'adopt') {
        const path = join(root, change.address);
        await ensureFolder(fileSystem, dirname(path));
        await writeAtomically(fileSystem, path, text, run);
      }
      uncertain = undefined;
      confirm(change);
      return { outcome: change.action === 'adopt' ? 'same' : 'written' };
    },

    ready: async () => ({ state: 'ready' }),
    beforeRemovals: async () => undefined,

    async remove(change) {
      await lock.assertHeld();
      if (change.action === 'delete') {
        await expectUnmoved(fileSystem, root, change);
        const path = join(root, change.address);
        await fileSystem.remove(path);
        await fileSystem.syncFolder(dirname(path)).catch(ignoreMissing);
      }
      files.delete(change.address);
      return { outcome: change.action === 'delete' ? 'removed' : 'gone' };
    },

    async end() {
      // What was intended and not confirmed keeps its old digest; without one it was never ours.
      for (const entry of files.values()) {
        if (entry.intended === undefined || entry.address === uncertain) continue;
        const { intended: _, ...old } = entry;
        if (old.digest === undefined) files.delete(entry.address);
        else files.set(entry.address, old);
      }
      if (removals) folders = await removeEmptyFolders(fileSystem, root, folders);
      await record();
      return [];
    },

    async release() {
      await lock.release();
    },
  };

  function confirm({ address, artifact, wave, to }: Change): void {
    files.set(address, { address, artifact, wave, ...(to === undefined ? {} : { digest: to }) });
  }
}

/** What the inventory says of an address while the change is under way; undefined for one that it forgets. */
function intentOf(change: Change, wasOwned: boolean): OwnedObject | undefined {
  const { action, address, artifact, wave, from, to, drift } = change;
  if (action === 'forget') return undefined;
  const digest = drift?.recorded ?? (wasOwned && action !== 'adopt' ? from : undefined);
  return { address, artifact, wave, ...(digest === undefined ? {} : { digest }), ...(to === undefined ? {} : { intended: to }) };
}

interface Before {
  /** The file as it is; undefined when there is none to keep. */
  readonly text?: string;
  readonly owned: ReadonlySet<string>;
  readonly intended: readonly string[];
  readonly folders: readonly string[];
}

/** What is recorded now. A damaged inventory is put aside, not overwritten: a person may still read it. */
async function currentInventory(fileSystem: FileSystem, root: string, run: string): Promise<Before> {
  const path = join(root, inventoryFile);
  if ((await fileSystem.entry(path))?.kind !== 'file') return { owned: new Set(), intended: [], folders: [] };
  const text = (await fileSystem.read(path)).toString('utf8');
  const inventory = readInventory(text);
  if (inventory === undefined) {
    await fileSystem.rename(path, `${path}.damaged-${run}`);
    return { owned: new Set(), intended: [], folders: [] };
  }
  return {
    text,
    owned: new Set(inventory.files.map((file) => file.address)),
    intended: inventory.files.filter((file) => file.intended !== undefined).map((file) => file.address),
    folders: inventory.folders,
  };
}

/** Between plan and write somebody may have changed, removed or linked the file: then nothing is touched. */
async function expectUnmoved(fileSystem: FileSystem, root: string, change: Change): Promise<void> {
  const live = await inspect(fileSystem, root, change.address);
  const digest = live.state === 'present' ? live.digest : undefined;
  if (live.state !== 'blocked' && (digest === change.from || (change.to === undefined && digest === undefined))) return;
  throw new AppError('stalePlan', `${change.address} changed while the apply was running`, { fix: 'run `plan` to see what is there now, then apply again' });
}

function ignoreMissing(thrown: unknown): void {
  if (!(thrown instanceof AppError && thrown.code === 'notFound')) throw thrown;
}
