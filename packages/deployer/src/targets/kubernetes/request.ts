import { groupOf, type KubernetesObject as DesiredBody } from '../../objects/index.ts';
import { applySet } from './inventory/index.ts';
import { resourceOf, type Scope } from './kinds.ts';
import { hasStatus } from './observe/passive.ts';
import { fieldManager } from './ownership/index.ts';
import { applyPatch, type ApiReply, type ApiRequest, type KubernetesObject, resourcePath } from './transport/index.ts';

interface ApplyOptions {
  readonly setId: string;
  /** Takes every field of the object from whoever owns it. */
  readonly force?: boolean;
  readonly dryRun?: boolean;
  /** The object must still be this one; the server refuses otherwise. */
  readonly uid?: string;
  readonly signal?: AbortSignal;
}

/** Asks for the metadata of an object in place of the whole: enough where nothing else is looked at, and all that may come of a Secret. */
export const metadataOnly = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json';

/** The one server-side apply of an object, with the label of its set. Where nothing else is of use, only the metadata come back; of a Secret always. */
export function applyRequest(object: DesiredBody, scope: Scope, { setId, force = false, dryRun = false, uid, signal }: ApplyOptions): ApiRequest {
  const { metadata } = object;
  const body = { ...object, metadata: { ...metadata, ...(uid === undefined ? {} : { uid }), labels: { ...metadata.labels, [applySet.partOf]: setId } } };
  return {
    method: 'PATCH',
    path: resourcePath(resourceOf(scope), metadata.name),
    query: { fieldManager, force: String(force), fieldValidation: 'Strict', ...(dryRun ? { dryRun: 'All' } : {}) },
    contentType: applyPatch,
    body,
    name: `${dryRun ? 'dry-run' : 'patch'} ${scope.served.plural}`,
    ...(isSecretObject(object) || (!dryRun && !hasStatus(object)) ? { accept: metadataOnly } : {}),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** One object by name, its metadata only. */
export function metadataRequest(scope: Scope, name: string): ApiRequest {
  return { method: 'GET', path: resourcePath(resourceOf(scope), name), accept: metadataOnly, name: `get ${scope.served.plural}` };
}

/** Metadata-only answers say another kind; this is the object's own. */
export function asObject({ body }: ApiReply, { apiVersion, kind }: Pick<DesiredBody, 'apiVersion' | 'kind'>): KubernetesObject {
  return { ...body, apiVersion, kind };
}

function isSecretObject({ apiVersion, kind }: DesiredBody): boolean {
  return groupOf(apiVersion) === '' && kind === 'Secret';
}
