import { AppError } from '@bud-o11y/model';
import { fieldManager } from '../ownership/manager.ts';
import type { Api } from '../transport/api.ts';
import { type KubernetesObject, resourcePath } from '../transport/resource.ts';
import { applyPatch } from '../transport/wire.ts';
import type { InventoryPlace } from './entry.ts';

/** A ConfigMap as far as the inventory reads and writes it. */
export interface ConfigMap extends KubernetesObject {
  readonly data?: Readonly<Record<string, string>>;
}

const query = { fieldManager, fieldValidation: 'Strict' };

function pathOf({ namespace }: InventoryPlace, name?: string): string {
  return resourcePath({ group: '', version: 'v1', plural: 'configmaps', namespace }, name);
}

/** Undefined when it, or its namespace, is not there. */
export async function getConfigMap(api: Api, place: InventoryPlace, name: string): Promise<ConfigMap | undefined> {
  try {
    return (await api.request<ConfigMap>({ method: 'GET', path: pathOf(place, name), name: 'get inventory' })).body;
  } catch (thrown) {
    if (isNotFound(thrown)) return undefined;
    throw thrown;
  }
}

/**
 * Creates a ConfigMap, or replaces exactly the version that `body` names; undefined when somebody else was faster. Sent
 * again after a broken connection, it may meet its own first sending: the caller looks.
 */
export async function putConfigMap(api: Api, place: InventoryPlace, body: ConfigMap): Promise<ConfigMap | undefined> {
  const isNew = body.metadata.resourceVersion === undefined;
  try {
    return (await api.request<ConfigMap>({ method: isNew ? 'POST' : 'PUT', path: isNew ? pathOf(place) : pathOf(place, body.metadata.name), query, body, name: 'write inventory', idempotent: true, reserved: true })).body;
  } catch (thrown) {
    // A PUT to an object that is gone is the same news: this version is no longer the current one.
    if (thrown instanceof AppError && (thrown.code === 'conflict' || (!isNew && isNotFound(thrown)))) return undefined;
    throw thrown;
  }
}

/** Makes a ConfigMap be exactly so, whatever was there under this name. */
export async function applyConfigMap(api: Api, place: InventoryPlace, body: ConfigMap): Promise<void> {
  await api.request({ method: 'PATCH', path: pathOf(place, body.metadata.name), query: { ...query, force: 'true' }, body, contentType: applyPatch, name: 'write inventory', reserved: true });
}

/** Silent when it is gone already. */
export async function deleteConfigMap(api: Api, place: InventoryPlace, name: string, uid?: string): Promise<void> {
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', ...(uid === undefined ? {} : { preconditions: { uid } }) };
  try {
    await api.request({ method: 'DELETE', path: pathOf(place, name), body, name: 'delete inventory', idempotent: true });
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown;
  }
}

function isNotFound(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'notFound';
}
