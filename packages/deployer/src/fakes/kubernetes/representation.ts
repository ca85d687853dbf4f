import { type ServedKind, apiVersionOf } from './kinds.ts';
import type { JsonObject, StoredObject } from './object.ts';

/** Whether the client asked for metadata only. */
export function wantsMetadata(accept: string): boolean {
  return /as=PartialObjectMetadata(List)?\b/.test(accept);
}

/** One object as the client asked for it. */
export function represented(object: StoredObject, accept: string): JsonObject {
  return wantsMetadata(accept) ? { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: object.metadata } : object;
}

/** A page of a list. Items of built-in kinds say neither kind nor version there, as on real servers. */
export function representedList(items: readonly StoredObject[], kind: ServedKind, accept: string, metadata: JsonObject): JsonObject {
  if (wantsMetadata(accept)) return { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', metadata, items: items.map((item) => represented(item, accept)) };
  const listed = kind.custom ? items : items.map(({ apiVersion: _version, kind: _kind, ...rest }) => rest as JsonObject);
  return { kind: `${kind.kind}List`, apiVersion: apiVersionOf(kind), metadata, items: listed };
}
