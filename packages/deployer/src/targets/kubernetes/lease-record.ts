import { AppError } from '@bud-o11y/model';
import { inventoryName, type InventoryPlace } from './inventory/index.ts';
import { fieldManager } from './ownership/manager.ts';
import type { Api } from './transport/api.ts';
import { type KubernetesObject, type ObjectMetadata, resourcePath } from './transport/resource.ts';
import { serverText } from './transport/server-text.ts';

/** Who holds the lock of an environment. `since` and `renewed` are by the holder's own wall clock: for people, never compared. */
export interface LeaseHolder {
  readonly run: string;
  /** The address of a pipeline, or user and machine; empty when the holder did not say. */
  readonly by: string;
  readonly since: string;
  readonly renewed: string;
}

/** A Lease as it is in the cluster. */
export interface LeaseRecord {
  readonly metadata: ObjectMetadata;
  /** Undefined when nobody holds it. */
  readonly holder?: LeaseHolder;
  /** For how long the holder asked to be waited for without a sign of life. */
  readonly durationMs: number;
  /** The holder's takeovers so far. */
  readonly transitions: number;
}

interface LeaseSpec {
  readonly holderIdentity?: string;
  readonly leaseDurationSeconds?: number;
  readonly acquireTime?: string;
  readonly renewTime?: string;
  readonly leaseTransitions?: number;
}

type Lease = KubernetesObject & { readonly spec?: LeaseSpec };

/** Holders are waited for this long after their last renewal. */
export const leaseSeconds = 60;

/** The server takes exactly six digits behind the second, and a JavaScript date has three. */
export function microTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}

/** Undefined when there is no Lease, or no namespace for one. */
export async function getLease(api: Api, place: InventoryPlace): Promise<LeaseRecord | undefined> {
  try {
    return recordOf((await api.request<Lease>({ method: 'GET', path: pathOf(place, inventoryName(place.environment)), name: 'get lease', urgent: true, reserved: true })).body);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'notFound') return undefined;
    throw thrown;
  }
}

/** What a Lease shall say. */
export interface LeaseClaim {
  /** Undefined releases it. */
  readonly holder?: Pick<LeaseHolder, 'run' | 'by'>;
  /** Milliseconds since 1970. */
  readonly acquired: number;
  readonly renewed: number;
  readonly transitions: number;
}

/**
 * Writes a Lease: a new one, or exactly the version given; undefined when that version is no longer the current one. Sent
 * again after a broken connection, it may meet its own first sending: the caller looks.
 */
export async function putLease(api: Api, place: InventoryPlace, before: LeaseRecord | undefined, claim: LeaseClaim, signal?: AbortSignal): Promise<LeaseRecord | undefined> {
  const name = inventoryName(place.environment);
  const body: Lease = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: before === undefined ? { name, namespace: place.namespace } : before.metadata,
    spec: {
      holderIdentity: claim.holder === undefined ? '' : `${claim.holder.run} ${claim.holder.by}`.trim(),
      leaseDurationSeconds: claim.holder === undefined ? 1 : leaseSeconds,
      acquireTime: microTime(claim.acquired),
      renewTime: microTime(claim.renewed),
      leaseTransitions: claim.transitions,
    },
  };
  try {
    const method = before === undefined ? 'POST' : 'PUT';
    const path = before === undefined ? pathOf(place) : pathOf(place, name);
    return recordOf((await api.request<Lease>({ method, path, query: { fieldManager }, body, name: 'write lease', idempotent: true, urgent: true, reserved: true, ...(signal === undefined ? {} : { signal }) })).body);
  } catch (thrown) {
    // Gone is as good as changed: this version is no longer the current one. A POST is never answered so for want of a Lease.
    if (thrown instanceof AppError && (thrown.code === 'conflict' || (before !== undefined && thrown.code === 'notFound'))) return undefined;
    throw thrown;
  }
}

function recordOf({ metadata, spec = {} }: Lease): LeaseRecord {
  const { holderIdentity = '', leaseDurationSeconds = leaseSeconds, acquireTime = '', renewTime = '', leaseTransitions = 0 } = spec;
  const [run = '', ...by] = serverText(holderIdentity).split(' ');
  return {
    metadata,
    durationMs: leaseDurationSeconds * 1000,
    transitions: leaseTransitions,
    ...(holderIdentity === '' ? {} : { holder: { run, by: by.join(' '), since: serverText(acquireTime), renewed: serverText(renewTime) } }),
  };
}

function pathOf({ namespace }: InventoryPlace, name?: string): string {
  return resourcePath({ group: 'coordination.k8s.io', version: 'v1', plural: 'leases', namespace }, name);
}
