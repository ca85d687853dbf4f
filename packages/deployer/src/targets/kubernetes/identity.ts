import { AppError, type Identities } from '@bud-o11y/model';
import type { Api } from './transport/api.ts';
import { serverText } from './transport/server-text.ts';

/** Which cluster this is. */
export interface ClusterIdentity {
  /** uid of the namespace kube-system: as old as the cluster, and of no other. */
  readonly uid: string;
  /** `v1.37.2`, for people. */
  readonly version: string;
  /** Address, for people: one cluster has many. */
  readonly server: string;
}

/** Before this minor version of Kubernetes 1 a server ignores `fieldValidation`, and drops unknown fields without a word. */
const oldestMinor = 25;

/**
 * Asks a cluster who it is; nothing else is read before that is known.
 * @throws AppError `unsupported` for a server that is too old.
 */
export async function readClusterIdentity(api: Api): Promise<ClusterIdentity> {
  const [{ body: namespace }, { body: about }] = await Promise.all([
    api.request({ method: 'GET', path: '/api/v1/namespaces/kube-system', name: 'get identity' }),
    api.request<{ readonly gitVersion?: string }>({ method: 'GET', path: '/version', name: 'get version' }),
  ]);
  const version = serverText(about.gitVersion ?? '');
  const minor = Number(/^v1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
  if (minor < oldestMinor) throw new AppError('unsupported', `${api.server} runs Kubernetes ${version}, which drops fields that it does not know without a word`, { fix: `use a cluster of version 1.${oldestMinor} or later` });
  const { uid } = namespace.metadata;
  if (uid === undefined || uid === '') throw new AppError('unsupported', `${api.server} does not say the uid of its namespace kube-system, by which a cluster is known`, { fix: 'use a Kubernetes API server without a proxy that changes its answers' });
  return { uid: serverText(uid), version, server: api.server };
}

/**
 * Holds the cluster that was found to the one that the environment was pinned to. Never guesses: an environment without
 * a pin is applied nowhere.
 * @param file where the pins are, for the message
 * @param pin the command that pins this cluster, for the message
 * @throws AppError `identity`.
 */
export function assertPinned(environment: string, identities: Identities, found: ClusterIdentity, { file, pin }: { readonly file: string; readonly pin: string }): void {
  const pinned = Object.hasOwn(identities, environment) ? identities[environment] : undefined;
  if (pinned === found.uid) return;
  const details = { environment, server: found.server, cluster: found.uid };
  if (pinned === undefined) {
    throw new AppError('identity', `${environment} is not pinned to a cluster yet; this one, ${found.server}, is ${found.uid}`, { details, fix: `if this is the cluster of ${environment}, run \`${pin}\` and commit ${file}` });
  }
  const owner = Object.entries(identities).find(([, uid]) => uid === found.uid)?.[0];
  throw new AppError('identity', `${found.server} is not the cluster of ${environment}: that is ${pinned}, this is ${found.uid}${owner === undefined ? '' : `, the cluster of ${owner}`}`, {
    details: { ...details, pinned },
    fix: `choose the right context with --context; if ${environment} has moved, remove its line from ${file} and pin it again`,
  });
}
