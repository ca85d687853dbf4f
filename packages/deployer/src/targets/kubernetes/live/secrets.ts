import { AppError } from '@bud-o11y/model';
import { keyParts, type ObjectKey } from '../../../objects/index.ts';
import type { Scope } from '../kinds.ts';
import { asObject, metadataRequest } from '../request.ts';
import type { Api, KubernetesObject } from '../transport/index.ts';

/** The metadata of Secrets, each by its name and nothing else of it: a list would hand over those of others. */
export async function readSecretMetadata(api: Api, secrets: ReadonlyMap<ObjectKey, Scope>): Promise<ReadonlyMap<ObjectKey, KubernetesObject>> {
  const found = new Map<ObjectKey, KubernetesObject>();
  await Promise.all([...secrets].map(async ([key, scope]) => {
    try {
      found.set(key, asObject(await api.request(metadataRequest(scope, keyParts(key).name)), { apiVersion: 'v1', kind: 'Secret' }));
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'notFound')) throw thrown;
    }
  }));
  return found;
}
