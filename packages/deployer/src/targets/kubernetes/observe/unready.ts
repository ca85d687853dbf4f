import type { ObjectKey, PlacedObject } from '../../../objects/index.ts';
import { readiness } from '../../../ready/index.ts';
import type { Unready } from '../../target.ts';
import type { Cluster } from '../context.ts';
import { isSecret, reachOf } from '../kinds.ts';
import { readObjects } from '../live/objects.ts';
import { isPassive } from './passive.ts';

/** Those of the objects that are there and do not work, by one look at each kind that can be not ready. */
export async function unreadyObjects(cluster: Cluster, placed: readonly PlacedObject[]): Promise<readonly Unready[]> {
  const active = placed.filter(({ key, object }) => !isSecret(key) && !isPassive(object));
  const reach = reachOf(active, await cluster.api.discover());
  const wanted = active.flatMap(({ key }) => {
    const reached = reach.get(key);
    return reached?.state === 'served' ? [{ key, scope: reached.scope, labelled: true }] : [];
  });
  const found = await readObjects(cluster.api, wanted, { setId: cluster.setId });
  return [...found].flatMap(([key, object]: [ObjectKey, Parameters<typeof readiness>[0]]) => {
    const { state, reason } = readiness(object);
    return state === 'ready' ? [] : [{ address: key, reason }];
  });
}
