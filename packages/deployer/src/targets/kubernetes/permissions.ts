import type { Problem } from '@bud-o11y/model';
import { awaitedSecrets } from '../../objects/awaited-secrets.ts';
import { keyParts, type ObjectKey, type PlacedObject } from '../../objects/index.ts';
import type { Change, Plan } from '../../plan/plan.ts';
import type { Cluster } from './context.ts';
import { missingSecrets } from './missing-secrets.ts';
import type { PlanMemory } from './plan/plan-objects.ts';
import { engineNeeds, objectNeeds, type ObjectUse, preflight } from './preflight.ts';

/**
 * What the plan would be refused for want of a permission: every missing verb at once, before the first write. With all
 * of them there, the Secrets that what it writes cannot start without.
 * @param byHand names of the Secrets that somebody makes before an apply
 */
export async function permissionProblems(cluster: Cluster, { changes }: Plan, { facts, placed }: PlanMemory, byHand: readonly string[]): Promise<readonly Problem[]> {
  const { api, place } = cluster;
  const written = changes.flatMap(({ address, action }) => (action === 'delete' || action === 'forget' ? [] : placed.get(address) ?? []));
  const awaited = awaitedSecrets(written, byHand);
  const objects = changes.flatMap(({ address, action }): ObjectUse[] => {
    if (action === 'forget') return [];
    const key = address as ObjectKey;
    const reached = facts.reach.get(key);
    const scope = reached?.state === 'served' ? reached.scope : facts.live.ownedScopes.get(key);
    return scope === undefined ? [] : [{ ...scope, name: keyParts(key).name, does: doesTo(action, placed.get(address)) }];
  });
  const secrets = awaited.map(({ key }) => ({ group: '', resource: 'secrets', name: keyParts(key).name, ...namespaceOf(key), verbs: ['get'] }));
  const lacking = await preflight(api, place.environment, [...engineNeeds(place), ...objectNeeds(objects), ...secrets]);
  return lacking.length > 0 ? lacking : await missingSecrets(cluster, awaited);
}

function namespaceOf(key: ObjectKey): { readonly namespace?: string } {
  const { namespace } = keyParts(key);
  return namespace === undefined ? {} : { namespace };
}

/** Whether a field of an update cannot change is known only when it was looked at: the right to replace must be there before. */
function doesTo(action: Change['action'], placed: PlacedObject | undefined): ObjectUse['does'] {
  if (action === 'delete') return 'deletes';
  const mayReplace = placed !== undefined && placed.policy.onImmutable !== 'fail' && (action === 'update' || action === 'replace');
  return mayReplace ? 'replaces' : 'writes';
}
