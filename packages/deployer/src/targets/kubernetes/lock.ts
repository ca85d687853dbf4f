import { AppError } from '@bud-o11y/model';
import type { LockOptions } from '../target.ts';
import type { Cluster } from './context.ts';
import { acquireLease, type HeldLease, type LeaseHolder } from './lease.ts';
import { fieldManager } from './ownership/index.ts';
import { applyPatch, resourcePath, statusOf } from './transport/index.ts';

/**
 * Takes the lock. It lies in the environment's own namespace, as the inventory does: where that is not there yet it is
 * made first, bare, so that it is nothing that could be left behind; the apply gives it its labels.
 */
export async function lockCluster(cluster: Cluster, self: Pick<LeaseHolder, 'run' | 'by'>, { signal, onWait }: Pick<LockOptions, 'signal' | 'onWait'>): Promise<HeldLease> {
  const { api, place, clock } = cluster;
  const acquire = async (): Promise<HeldLease> => await acquireLease(api, place, self, {
    clock,
    onWait: ({ run, by, since }, waitMs) => onWait?.({ run, at: by, since }, waitMs),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    return await acquire();
  } catch (thrown) {
    if (!isMissingNamespace(thrown, place.namespace)) throw thrown;
    await makeNamespace(cluster);
    return await acquire();
  }
}

function isMissingNamespace(thrown: unknown, namespace: string): boolean {
  const status = statusOf(thrown);
  return thrown instanceof AppError && status?.code === 404 && status.kind === 'namespaces' && status.name === namespace;
}

async function makeNamespace({ api, place: { namespace } }: Cluster): Promise<void> {
  await api.request({
    method: 'PATCH',
    path: resourcePath({ group: '', version: 'v1', plural: 'namespaces' }, namespace),
    query: { fieldManager, force: 'false' },
    contentType: applyPatch,
    body: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    name: 'patch namespaces',
  });
}
