import { AppError, canonicalJson, sha256 } from '@bud-o11y/model';
import { keyParts, type ObjectKey, type PlacedObject } from '../../../objects/index.ts';
import type { Plan } from '../../../plan/plan.ts';
import { readiness } from '../../../ready/index.ts';
import type { Session } from '../../target.ts';
import type { Cluster } from '../context.ts';
import type { Scope } from '../kinds.ts';
import type { RunRecord } from '../inventory/index.ts';
import type { HeldLease } from '../lease.ts';
import { liveOf } from '../live/members.ts';
import { openObserver } from '../observe/observer.ts';
import { isPassive } from '../observe/passive.ts';
import { liveAt } from '../plan/facts.ts';
import type { PlanMemory } from '../plan/plan-objects.ts';
import type { KubernetesObject } from '../transport/index.ts';
import { clearWay } from './clear-way.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { deleteObject, freshLook, type Remaining } from './remove-object.ts';
import { sendRunEvent } from './run-event.ts';
import { scopeFinder } from './scope-finder.ts';
import { writeObject } from './write-object.ts';

interface Opening {
  readonly cluster: Cluster;
  readonly lease: HeldLease;
  readonly memoryOf: (plan: Plan) => PlanMemory;
  /** Who runs it, for the record. */
  readonly by: string;
  readonly reason?: string;
  readonly bundle?: string;
  /** How long one object may take, in milliseconds. */
  readonly timeoutMs?: number;
}

/** Writes that may be begun at once: as many as may be on the wire, and as many again that stand ready when their answers come. */
const concurrency = 64;

/** A run on a cluster, under the lock. */
export function kubernetesSession({ cluster, lease, memoryOf, by, reason, bundle = '', timeoutMs }: Opening): Session {
  const { api, clock } = cluster;
  const observer = openObserver(cluster, timeoutMs);
  const replies = new Map<ObjectKey, KubernetesObject>();
  const inPlace = new Set<ObjectKey>();
  let remaining: Remaining = new Map();
  let written = 0;
  let run: { readonly memory: PlanMemory; readonly ledger: Ledger; readonly scopeOf: (placed: PlacedObject) => Promise<Scope | AppError> } | undefined;

  return {
    concurrency,
    lost: lease.lost,
    ...(lease.takenOver === undefined ? {} : { takenOver: { run: lease.takenOver.run, at: lease.takenOver.by, since: lease.takenOver.since } }),

    async begin(plan) {
      const memory = memoryOf(plan);
      const ledger = openLedger(cluster, plan, memory);
      run = { memory, ledger, scopeOf: scopeFinder(api, clock, memory.facts) };
      lease.assertHeld();
      await ledger.recordIntent();
    },

    async write(change, { address }) {
      const { memory, ledger, scopeOf } = current();
      const placed = placedAt(address);
      const scope = await scopeOf(placed);
      if (scope instanceof AppError) {
        ledger.refused(placed.key);
        return { outcome: 'failed', error: scope };
      }
      lease.assertHeld();
      const seen = liveAt(memory.facts, placed.key);
      const rewrite = memory.rewrites.get(placed.key);
      try {
        const { written: how, object } = await writeObject(cluster, {
          change, placed, scope, signal: lease.lost,
          ...(seen === undefined ? {} : { seenVersion: seen.resourceVersion }),
          ...(rewrite === undefined ? {} : { rewrite }),
          clearWay: async () => await clearWay(cluster, { placed, scope, uid: change.from ?? '', observer, signal: lease.lost }),
        });
        if (how.outcome === 'failed' && how.cleared === true) {
          ledger.uncertain(placed.key);
          written += 1;
        } else if (object === undefined) ledger.refused(placed.key);
        else {
          ledger.written(placed, liveOf(object));
          keepReply(placed.key, object);
          if (how.outcome === 'written') written += 1;
        }
        return how;
      } catch (thrown) {
        ledger.uncertain(placed.key);
        throw lostOr(thrown);
      }
    },

    async ready({ address }, signal) {
      const { ledger, scopeOf } = current();
      const placed = placedAt(address);
      const reply = replies.get(placed.key);
      if (inPlace.has(placed.key) || (reply === undefined && isPassive(placed.object))) {
        ledger.ready(placed.key);
        return { state: 'ready' };
      }
      const scope = await scopeOf(placed);
      if (scope instanceof AppError) return { state: 'failed', reason: scope.message };
      const how = await observer.ready(placed.key, scope, reply, signal).catch((thrown: unknown) => {
        throw lostOr(thrown);
      });
      replies.delete(placed.key);
      if (how.state === 'ready') ledger.ready(placed.key);
      return how;
    },

    async beforeRemovals(changes) {
      lease.assertHeld();
      remaining = await freshLook(cluster, changes, current().memory.facts);
    },

    async remove(change, signal) {
      const { memory, ledger } = current();
      const key = change.address as ObjectKey;
      const left = remaining.get(key);
      if (left === undefined || change.action === 'forget') {
        ledger.removed(key);
        return { outcome: 'gone' };
      }
      if (left.uid !== change.from || left.partOf !== cluster.setId) {
        ledger.removed(key);
        return { outcome: 'skipped', why: 'another object has its name now, or it no longer carries our label: it stays' };
      }
      lease.assertHeld();
      const removed = await deleteObject(cluster, { key, scope: left.scope, uid: left.uid, propagation: memory.propagation.get(key) ?? 'Background' });
      if (removed.outcome === 'failed') return removed;
      if (removed.outcome === 'removed' || removed.outcome === 'goes') written += 1;
      if (removed.outcome === 'goes') {
        if (!(await observer.gone(key, left.scope, left.uid, signal))) {
          return { outcome: 'failed', error: new AppError('unready', `${key} is being deleted, and something keeps it: its finalizers did not end in time`, { fix: `look at its finalizers (\`kubectl get ${left.scope.served.plural} ${keyParts(key).name} -o yaml\`) and at who ends them, then run the command again` }) };
        }
      }
      ledger.removed(key);
      return removed.outcome === 'goes' ? { outcome: 'removed' } : removed;
    },

    async end(outcome) {
      const { ledger, memory } = current();
      lease.assertHeld();
      const record: RunRecord = {
        run: lease.run,
        at: new Date(clock.wall()).toISOString(),
        outcome,
        bundle: bundle === '' ? sha256(canonicalJson([...memory.placed.keys()])) : bundle,
        written,
        by,
        ...(reason === undefined ? {} : { reason }),
      };
      const { uid } = await ledger.recordEnd(record);
      return await sendRunEvent(cluster, record, uid);
    },

    async release() {
      observer.close();
      await lease.release();
    },
  };

  /** When the lock is lost, that is why everything else fails: the error that says who has it. */
  function lostOr(thrown: unknown): unknown {
    if (!lease.lost.aborted) return thrown;
    try {
      lease.assertHeld();
      return thrown;
    } catch (lost) {
      return lost;
    }
  }

  function current(): NonNullable<typeof run> {
    if (run === undefined) throw new Error('the session was not begun');
    return run;
  }

  function placedAt(address: string): PlacedObject {
    const placed = current().memory.placed.get(address);
    if (placed === undefined) throw new Error(`${address} is not in the bundle`);
    return placed;
  }

  /** Only what has still to become ready is kept: answers are as large as the objects. */
  function keepReply(key: ObjectKey, object: KubernetesObject): void {
    const status = readiness(object);
    if (status.state === 'ready' && status.settleMs === undefined) inPlace.add(key);
    else replies.set(key, object);
  }
}
