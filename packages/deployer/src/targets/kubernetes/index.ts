import { randomBytes } from 'node:crypto';
import { type Artifact, releases } from '@bud-o11y/model';
import { type KubernetesObjects, type ObjectKey, type PlacedObject } from '../../objects/index.ts';
import type { MissingSource, Plan } from '../../plan/plan.ts';
import type { DesiredObject } from '../../plan/snapshot.ts';
import type { Target } from '../target.ts';
import type { Cluster } from './context.ts';
import type { ClusterIdentity } from './identity.ts';
import { applySetId, type InventoryPlace } from './inventory/index.ts';
import { scopeOfKey } from './kinds.ts';
import { breakLease } from './lease.ts';
import { lockCluster } from './lock.ts';
import { lockState } from './lock-state.ts';
import { unreadyObjects } from './observe/unready.ts';
import { permissionProblems } from './permissions.ts';
import { planObjects, type PlanMemory } from './plan/plan-objects.ts';
import { readText } from './read-text.ts';
import { kubernetesSession } from './session/session.ts';
import type { Api, Clock } from './transport/index.ts';

export interface KubernetesOptions {
  readonly api: Api;
  /** Of the cluster that the api was seen to talk to. */
  readonly identity: ClusterIdentity;
  readonly place: InventoryPlace;
  /** What the bundle comes to as objects. */
  readonly objects: (artifacts: readonly Artifact[]) => KubernetesObjects;
  /** Releases whose objects are not known here. */
  readonly missing: readonly MissingSource[];
  /** Names of the Secrets that somebody makes by hand before an apply. */
  readonly secretsByHand: readonly string[];
  readonly clock: Clock;
  /** Who runs this, for the lock and the record: the address of a pipeline, or user and machine. */
  readonly by: string;
}

/** A cluster, written by server-side apply under one field manager, with an inventory of what is ours. */
export function kubernetesTarget({ api, identity, place, objects, missing, secretsByHand, clock, by }: KubernetesOptions): Target {
  const cluster: Cluster = { api, identity, place, setId: applySetId(place), clock };
  const placed = new Map<string, PlacedObject>();
  const memories = new WeakMap<Plan, PlanMemory>();
  const memoryOf = (plan: Plan): PlanMemory => {
    const memory = memories.get(plan);
    if (memory === undefined) throw new Error('the plan was not made by this target');
    return memory;
  };

  return {
    identity: { kind: 'kubernetes', address: identity.server, uid: identity.uid },

    place(artifacts) {
      const { objects: all, problems } = objects(artifacts);
      placed.clear();
      for (const object of all) placed.set(object.key, object);
      return { objects: all.map(desiredOf), problems };
    },

    async plan(desired, options) {
      const { result, memory } = await planObjects(cluster, desired, { placed: new Map(placed), missing, releaseOfGroup }, options);
      memories.set(result.plan, memory);
      return result;
    },

    read: async (address) => {
      const key = address as ObjectKey;
      const scope = scopeOfKey(key, await api.discover(), new Map());
      return scope === undefined ? undefined : await readText(cluster, key, scope);
    },

    unready: async (desired) => await unreadyObjects(cluster, desired.flatMap(({ address }) => placed.get(address) ?? [])),
    permissions: async (plan) => await permissionProblems(cluster, plan, memoryOf(plan), secretsByHand),

    async lock({ bundle, reason, timeoutMs, ...waiting } = {}) {
      const run = `${Math.floor(clock.wall() / 1000).toString(36)}-${randomBytes(4).toString('hex')}`;
      const lease = await lockCluster(cluster, { run, by }, waiting);
      return kubernetesSession({ cluster, lease, memoryOf, by, ...(reason === undefined ? {} : { reason }), ...(bundle === undefined ? {} : { bundle }), ...(timeoutMs === undefined ? {} : { timeoutMs }) });
    },

    lockState: async (look = {}) => await lockState(cluster, look),

    async breakLock(run) {
      if (run !== undefined) await breakLease(api, place, run, clock);
    },
  };
}

function desiredOf(placed: PlacedObject): DesiredObject {
  const { key, artifact, source, wave, needs, digest } = placed;
  return {
    address: key,
    artifact: artifact ?? source,
    wave,
    needs,
    digest,
    get text() {
      return placed.text;
    },
  };
}

/** Which release's chart brings kinds that are not of Kubernetes itself. */
function releaseOfGroup(group: string): string | undefined {
  return group === 'monitoring.coreos.com' ? releases.prometheus : undefined;
}
