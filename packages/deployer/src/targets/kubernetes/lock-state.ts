import { type LockLook, type LockState, watchSeconds } from '../target.ts';
import type { Cluster } from './context.ts';
import { getLease, type LeaseRecord } from './lease-record.ts';

const pollMs = 2_000;

/**
 * Who holds the lock. The Lease tells the time of the last renewal by its holder's clock, which may be hours off: whether
 * the holder lives is known only when a renewal is seen, and that a lock is abandoned is for the next apply to find out.
 */
export async function lockState({ api, place, clock }: Cluster, { watch = false, signal }: LockLook): Promise<LockState | undefined> {
  const first = await getLease(api, place);
  if (first?.holder === undefined) return undefined;
  if (!watch) return { ...stateOf(first), liveness: 'unknown' };
  const began = clock.now();
  while (clock.now() - began < watchSeconds * 1000) {
    await clock.sleep(pollMs, signal);
    const found = await getLease(api, place);
    if (found?.holder === undefined) return undefined;
    if (found.metadata.resourceVersion !== first.metadata.resourceVersion) return { ...stateOf(found), liveness: 'alive' };
  }
  return { ...stateOf(first), liveness: 'unknown', silent: true };
}

function stateOf({ holder, durationMs }: LeaseRecord): Pick<LockState, 'holder' | 'expiry'> {
  if (holder === undefined) return {};
  const { run, by, since, renewed } = holder;
  return { holder: { run, at: by, since }, expiry: { renewed, seconds: durationMs / 1000 } };
}
