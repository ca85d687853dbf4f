const listening = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `act` when the signal becomes aborted; what is returned takes that back. A signal that is aborted already calls
 * nothing. All who wait share one listener: the signal of a lock has fifty of them at once, and a signal looks through its
 * whole list for each that comes and for each that goes.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  const acts = listening.get(signal) ?? listen(signal);
  acts.add(act);
  return () => void acts.delete(act);
}

function listen(signal: AbortSignal): Set<() => void> {
  const acts = new Set<() => void>();
  listening.set(signal, acts);
  signal.addEventListener('abort', () => {
    for (const act of acts) act();
    acts.clear();
  }, { once: true });
  return acts;
}
