import { isDeepStrictEqual } from 'node:util';
import { AppError } from '@bud-o11y/model';
import { fieldAt } from '../../../objects/fields.ts';
import { keyParts, type PlacedObject } from '../../../objects/index.ts';
import type { Cluster } from '../context.ts';
import { resourceOf, type Scope } from '../kinds.ts';
import type { Observer } from '../observe/observer.ts';
import { resourcePath } from '../transport/index.ts';
import { deleteObject } from './remove-object.ts';

interface Clearing {
  readonly placed: PlacedObject;
  readonly scope: Scope;
  /** Of the object that the plan saw: another one is not touched. */
  readonly uid: string;
  readonly observer: Pick<Observer, 'gone'>;
  readonly signal: AbortSignal;
}

/**
 * Deletes an object so that it can be made anew, and waits until it is gone, finalizers included. By `replaceOrphan` its
 * pods go on running, for the new one to take over. A kill right after it loses nothing: the inventory says that the object
 * is meant to be there, and the next apply makes it.
 * @throws AppError `immutable` when the new object would not find the old pods, `stalePlan` when another one has its name,
 * `unready` when it does not go.
 */
export async function clearWay(cluster: Cluster, { placed, scope, uid, observer, signal }: Clearing): Promise<void> {
  const orphaning = placed.policy.onImmutable === 'replaceOrphan';
  if (orphaning) await assertSameSelector(cluster, placed, scope);
  const deleted = await deleteObject(cluster, { key: placed.key, scope, uid, propagation: orphaning ? 'Orphan' : 'Background' });
  if (deleted.outcome === 'failed') throw deleted.error;
  if (deleted.outcome === 'skipped') throw new AppError('stalePlan', `${placed.key} must be made anew, and ${deleted.why}`);
  if (deleted.outcome === 'goes' && !(await observer.gone(placed.key, scope, uid, signal))) {
    throw new AppError('unready', `${placed.key} must be made anew, and the old one is still there: its finalizers did not end in time`, { fix: 'look at who ends its finalizers, then run the command again: it goes on where this run stopped' });
  }
}

/** Pods that the new selector does not find would keep their names, and the new object could never make its own. */
async function assertSameSelector({ api }: Cluster, { key, object }: PlacedObject, scope: Scope): Promise<void> {
  const { body } = await api.request({ method: 'GET', path: resourcePath(resourceOf(scope), keyParts(key).name), name: `get ${scope.served.plural}` });
  if (isDeepStrictEqual(fieldAt(body, 'spec', 'selector'), fieldAt(object, 'spec', 'selector'))) return;
  throw new AppError('immutable', `${key}: with another selector the new object would not take over the pods of the old one`, { fix: 'set spec.selector back, or delete the object together with its pods by hand' });
}
