import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';

/** `progressing`: may become ready by itself. `failed`: will not, whoever waits. */
export type ReadyState = 'ready' | 'progressing' | 'failed' | 'terminating';

/** What one observed state of an object says, and no clock. */
export interface Status {
  readonly state: ReadyState;
  /** In what it is behind, for a person; empty when it is ready. */
  readonly reason: string;
  /** `ready` counts only after it stood for so long: the status does not say which generation it is about. */
  readonly settleMs?: number;
  /** `progressing` is `failed` after it stood for so long with the same reason. */
  readonly patienceMs?: number;
}

/** Judges one observed object of a kind. Pure. */
export type ReadyCheck = (object: KubernetesObject) => Status;

export const ready: Status = { state: 'ready', reason: '' };

/** Ready, if the next second does not take it back. */
export const readyOnceSettled: Status = { ...ready, settleMs: 1000 };

export function progressing(reason: string, patienceMs?: number): Status {
  return { state: 'progressing', reason, ...(patienceMs === undefined ? {} : { patienceMs }) };
}

export function failed(reason: string): Status {
  return { state: 'failed', reason };
}

/** What a status means after it was observed, with the same state and reason, for `stoodMs` on a monotonic clock. */
export function settled(status: Status, stoodMs: number): Status {
  if (status.settleMs !== undefined && stoodMs < status.settleMs) return progressing('has to stay ready for a moment');
  if (status.patienceMs !== undefined && stoodMs >= status.patienceMs) return failed(status.reason);
  return status;
}
