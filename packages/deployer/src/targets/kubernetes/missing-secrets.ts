import type { Problem } from '@bud-o11y/model';
import type { AwaitedSecret } from '../../objects/awaited-secrets.ts';
import { keyParts } from '../../objects/index.ts';
import type { Cluster } from './context.ts';
import { scopeOfKey } from './kinds.ts';
import { readSecretMetadata } from './live/secrets.ts';

/**
 * Those of the Secrets that are not in the cluster, before anything is written. Only that they are there is looked at:
 * their metadata are read, each by its name, and never a value; which keys they must hold is for `bud-o11y secrets` to say.
 */
export async function missingSecrets({ api, place }: Cluster, awaited: readonly AwaitedSecret[]): Promise<readonly Problem[]> {
  if (awaited.length === 0) return [];
  const discovery = await api.discover();
  const scopes = new Map(awaited.flatMap(({ key }) => {
    const scope = scopeOfKey(key, discovery, new Map());
    return scope === undefined ? [] : [[key, scope] as const];
  }));
  const found = await readSecretMetadata(api, scopes);
  return awaited.filter(({ key }) => !found.has(key)).map(({ key, readers }) => {
    const { name, namespace = '' } = keyParts(key);
    return {
      code: 'target-missing-secret',
      severity: 'error',
      where: { path: key },
      what: `there is no Secret ${name} in namespace ${namespace}, which ${readers.join(', ')} ${readers.length === 1 ? 'refers' : 'refer'} to`,
      why: 'their pods would not start, and the apply would stop in the middle of its wave',
      fix: `make it with the keys that \`npx bud-o11y secrets -e ${place.environment}\` lists for it`,
    };
  });
}
