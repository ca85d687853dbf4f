import type { Problem } from '@bud-o11y/model';
import { keyParts, type ObjectKey, type PlacedObject } from '../../objects/index.ts';
import type { Change, Plan } from '../../plan/plan.ts';
import type { Cluster } from './context.ts';
import type { PlanMemory } from './plan/plan-objects.ts';
import { engineNeeds, objectNeeds, type ObjectUse, preflight } from './preflight.ts';

/** What the plan would be refused for want of a permission: every missing verb at once, before the first write. */
export async function permissionProblems({ api, place }: Cluster, { changes }: Plan, { facts, placed }: PlanMemory): Promise<readonly Problem[]> {
  const objects = changes.flatMap(({ address, action }): ObjectUse[] => {
    if (action === 'forget') return [];
    const key = address as ObjectKey;
    const reached = facts.reach.get(key);
    const scope = reached?.state === 'served' ? reached.scope : facts.live.ownedScopes.get(key);
    return scope === undefined ? [] : [{ ...scope, name: keyParts(key).name, does: doesTo(action, placed.get(address)) }];
  });
  return await preflight(api, place.environment, [...engineNeeds(place), ...objectNeeds(objects)]);
}

/** Whether a field of an update cannot change is known only when it was looked at: the right to replace must be there before. */
function doesTo(action: Change['action'], placed: PlacedObject | undefined): ObjectUse['does'] {
  if (action === 'delete') return 'deletes';
  const mayReplace = placed !== undefined && placed.policy.onImmutable !== 'fail' && (action === 'update' || action === 'replace');
  return mayReplace ? 'replaces' : 'writes';
}
