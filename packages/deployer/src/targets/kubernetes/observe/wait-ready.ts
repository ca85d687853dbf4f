import type { ObjectKey } from '../../../objects/index.ts';
import { readiness, settled, type Status, withPods } from '../../../ready/index.ts';
import type { Readiness } from '../../target.ts';
import type { Clock, KubernetesObject } from '../transport/index.ts';
import { cancelled } from '../transport/clock.ts';
import type { Collection } from './collection.ts';

interface Waiting {
  readonly key: ObjectKey;
  readonly collection: Collection;
  /** The pods of a workload, asked for now and then while it is not ready. */
  readonly pods?: (workload: KubernetesObject) => Promise<readonly KubernetesObject[]>;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** How often the pods of a workload that is not ready are looked at. Milliseconds. */
const podsEveryMs = 5000;

/** Waits until an object works, has failed, or its time is up. @throws AppError `cancelled` on the signal. */
export async function waitReady({ key, collection, pods, clock, timeoutMs, signal }: Waiting): Promise<Readiness> {
  const began = clock.now();
  let shown = '';
  let since = began;
  let seenPods: readonly KubernetesObject[] = [];
  let podsAt = began;
  await changeOr(collection.opened(), timeoutMs, clock, signal);
  for (;;) {
    if (signal.aborted) throw cancelled();
    const changed = collection.change(key);
    changed.catch(() => undefined);
    const object = collection.get(key);
    const now = clock.now();
    if (pods !== undefined && object !== undefined && now >= podsAt) {
      podsAt = now + podsEveryMs;
      if (readiness(object).state === 'progressing' && now > began) seenPods = await pods(object);
    }
    const observed = statusOfSeen(object, seenPods);
    if (`${observed.state} ${observed.reason}` !== shown) {
      shown = `${observed.state} ${observed.reason}`;
      since = now;
    }
    const status = settled(observed, clock.now() - since);
    if (status.state === 'ready') return { state: 'ready' };
    if (status.state === 'failed' || status.state === 'terminating') return { state: 'failed', reason: status.reason };
    const left = began + timeoutMs - clock.now();
    if (left <= 0) return { state: 'timedOut', reason: status.reason };
    const moments = [left, ...(pods === undefined ? [] : [podsAt - clock.now()]), ...[observed.settleMs, observed.patienceMs].filter((ms) => ms !== undefined).map((ms) => since + ms - clock.now())];
    await changeOr(changed, Math.max(1, Math.min(...moments)), clock, signal);
  }
}

function statusOfSeen(object: KubernetesObject | undefined, pods: readonly KubernetesObject[]): Status {
  return object === undefined ? { state: 'progressing', reason: 'it is not there' } : withPods(readiness(object), pods);
}

/** Until something changed, the time is over, or the signal came. */
export async function changeOr(changed: Promise<void>, ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  try {
    await Promise.race([changed, clock.sleep(ms, AbortSignal.any([signal, over.signal]))]);
  } finally {
    over.abort();
  }
}
