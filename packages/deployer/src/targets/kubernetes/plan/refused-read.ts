import { AppError, ProblemsError } from '@bud-o11y/model';
import { keyParts, type PlacedObject } from '../../../objects/index.ts';
import type { Cluster } from '../context.ts';
import { reachOf } from '../kinds.ts';
import { engineNeeds, objectNeeds, type ObjectUse, preflight } from '../preflight.ts';

/**
 * What to throw in place of a refused read: everything that planning and applying these objects takes and that is not
 * allowed, so that a new account does not learn it one by one. It is asked for only then: who may read pays nothing. Any
 * other failure comes back as it is.
 */
export async function refusedRead({ api, place }: Cluster, placed: readonly PlacedObject[], thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof AppError) || thrown.code !== 'forbidden') return thrown;
  const reach = reachOf(placed, await api.discover());
  const objects = placed.flatMap(({ key, policy }): ObjectUse[] => {
    const reached = reach.get(key);
    return reached?.state === 'served' ? [{ ...reached.scope, name: keyParts(key).name, does: policy.onImmutable === 'fail' ? 'writes' : 'replaces' }] : [];
  });
  const problems = await preflight(api, place.environment, [...engineNeeds(place), ...objectNeeds(objects)]);
  return problems.length === 0 ? thrown : new ProblemsError(problems);
}
