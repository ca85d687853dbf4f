import type { Change } from '../plan/plan.ts';
import type { Run } from './runner.ts';

/**
 * Deletes what the plan says, in its order: one wave at a time, the objects of a wave at once. Nothing is deleted while
 * something else is not in place.
 */
export async function runRemovals(run: Run): Promise<void> {
  const { plan, session, emit, shortfall } = run;
  const removals = plan.changes.filter((change) => change.to === undefined);
  if (removals.length === 0 || run.isStopping()) return;
  if (!shortfall.isEmpty) return emit({ event: 'pruneSkipped', changes: removals.length });
  emit({ event: 'pruneStarted', changes: removals.length });
  await session.beforeRemovals(removals);
  for (const group of groups(removals)) {
    let next = 0;
    const lane = async (): Promise<void> => {
      for (;;) {
        const change = group[next];
        next += 1;
        if (change === undefined || run.isStopping()) return;
        await remove(change, run);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: Math.min(session.concurrency, group.length) }, lane));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }
}

async function remove(change: Change, run: Run): Promise<void> {
  const { session, emit, shortfall, signal } = run;
  const { wave, address, artifact } = change;
  const removed = await session.remove(change, signal);
  switch (removed.outcome) {
    case 'removed':
    case 'gone':
      return run.report(change, removed.outcome === 'removed');
    case 'skipped':
      return emit({ event: 'objectSkipped', wave, address, artifact, because: removed.why });
    case 'failed':
      shortfall.failed(removed.error);
      return emit({ event: 'objectFailed', wave, address, artifact, code: removed.error.code, message: removed.error.message, fix: removed.error.fix });
  }
}

/** Neighbours of one wave. */
function groups(removals: readonly Change[]): readonly (readonly Change[])[] {
  const made: Change[][] = [];
  for (const change of removals) {
    const last = made.at(-1);
    if (last?.[0]?.wave === change.wave) last.push(change);
    else made.push([change]);
  }
  return made;
}
