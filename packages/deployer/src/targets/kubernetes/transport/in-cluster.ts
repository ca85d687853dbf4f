import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@bud-o11y/model';
import type { Connection } from './connection.ts';

/** Where Kubernetes mounts a pod's service account. */
export const serviceAccountFolder = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The connection of a pod to its own cluster; undefined outside of one. */
export async function inClusterConnection(variables: Readonly<Record<string, string | undefined>>, folder = serviceAccountFolder): Promise<Connection | undefined> {
  const { KUBERNETES_SERVICE_HOST: host = '', KUBERNETES_SERVICE_PORT: port = '443' } = variables;
  if (host === '') return undefined;
  const origin = URL.parse(`https://${host.includes(':') ? `[${host}]` : host}:${port}`)?.origin;
  if (origin === undefined) throw new AppError('invalid', 'KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are no address');
  const ca = await textOf(join(folder, 'ca.crt'));
  const namespace = await textOf(join(folder, 'namespace'));
  if (ca === undefined) return undefined;
  return {
    origin,
    prefix: '',
    context: '',
    ...(namespace === undefined ? {} : { namespace: namespace.trim() }),
    ca,
    verify: true,
    bearer: { kind: 'tokenFile', path: join(folder, 'token') },
    impersonation: {},
  };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
