import { badRequest } from '../failure.ts';
import { apiVersionOf } from '../kinds.ts';
import { type JsonObject, objectAt } from '../object.ts';
import type { ResourceRoute } from '../route.ts';

/** The body with the kind, name and namespace of the path, which it may leave out but not contradict. */
export function withIdentity(body: JsonObject, { kind, namespace, name }: ResourceRoute): JsonObject {
  const version = apiVersionOf(kind);
  if (body['apiVersion'] !== version || body['kind'] !== kind.kind) {
    const sent = String(body['apiVersion'] ?? '');
    throw badRequest(`invalid object type: ${sent.includes('/') ? sent : `/${sent}`}, Kind=${String(body['kind'] ?? '')}`);
  }
  const metadata = objectAt(body, 'metadata');
  if (name !== undefined && metadata['name'] !== undefined && metadata['name'] !== name) {
    throw badRequest(`the name of the object (${String(metadata['name'])}) does not match the name on the URL (${name})`);
  }
  if (namespace !== undefined && metadata['namespace'] !== undefined && metadata['namespace'] !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  const identity = { ...(name === undefined ? {} : { name }), ...(namespace === undefined ? {} : { namespace }) };
  return { ...body, metadata: { ...metadata, ...identity } };
}
