import type { Host } from '../host.ts';
import type { KubernetesObjects } from '../objects/index.ts';
import { assertPinned, readClusterIdentity } from '../targets/kubernetes/identity.ts';
import { kubernetesTarget } from '../targets/kubernetes/index.ts';
import { readIdentities } from '../targets/kubernetes/pin.ts';
import type { Target } from '../targets/target.ts';
import { identitiesFile, withApi } from './cluster.ts';
import { clusterObjects } from './cluster-objects.ts';
import type { Collected } from './collect.ts';
import { clusterOptions, flagName, type Invocation } from './command.ts';
import { commandText } from './command-text.ts';
import { runBy } from './run-by.ts';
import type { Subject } from './target-for.ts';

/**
 * Opens the cluster of an environment. Its identity is compared with the pinned one before anything else is read; then
 * the charts are rendered, as far as they are on this machine.
 */
export async function withClusterTarget<T>(subject: Subject, invocation: Invocation, host: Host, use: (target: Target) => Promise<T>): Promise<T> {
  const { environment } = subject;
  const file = identitiesFile(invocation, host);
  const identities = await readIdentities(host.fileSystem, file);
  return await withApi(environment, invocation, host, async (api) => {
    const identity = await readClusterIdentity(api);
    assertPinned(environment.name, identities, identity, { file, pin: commandText('pin', invocation, clusterOptions.map(flagName)) });
    const { objects, missing } = await objectsOf(subject, invocation, host);
    const { requiredSecrets } = await import('@bud-o11y/helm-values');
    return await use(kubernetesTarget({
      api,
      identity,
      place: { environment: environment.name, namespace: environment.namespaces.observability },
      objects,
      missing,
      secretsByHand: requiredSecrets(environment).map(({ name }) => name),
      clock: host.clock,
      by: runBy(host),
    }));
  });
}

type ObjectsOf = Pick<Parameters<typeof kubernetesTarget>[0], 'objects' | 'missing'>;

/** The objects are made once; without a bundle, as for `unlock` and `destroy`, there are none. */
async function objectsOf(subject: Subject, invocation: Invocation, host: Host): Promise<ObjectsOf> {
  const none: KubernetesObjects = { objects: [], problems: [] };
  if (subject.bundle === undefined) return { objects: () => none, missing: [] };
  const { objects, problems, missing } = await clusterObjects(subject as Collected, invocation, host);
  return {
    objects: () => ({ objects, problems }),
    missing: missing.map(({ release, why }) => ({ source: `release:${release}`, why })),
  };
}
