import { type JsonObject, objectAt } from '../object.ts';
import type { Store } from '../store.ts';
import { type User, isAllowed, isMaster, rulesOf } from './rules.ts';

const api = 'authorization.k8s.io/v1';

/** Answers a review that a user asks about itself; undefined for another kind of review. */
export function selfReview(store: Store, user: User, resource: string, body: JsonObject): JsonObject | undefined {
  const spec = objectAt(body, 'spec');
  if (resource === 'selfsubjectaccessreviews') return { kind: 'SelfSubjectAccessReview', apiVersion: api, metadata: {}, spec, status: access(store, user, objectAt(spec, 'resourceAttributes')) };
  if (resource === 'selfsubjectrulesreviews') return { kind: 'SelfSubjectRulesReview', apiVersion: api, metadata: {}, spec: {}, status: rules(store, user, String(spec['namespace'] ?? '')) };
  return undefined;
}

function access(store: Store, user: User, wanted: JsonObject): JsonObject {
  const text = (key: string): string => String(wanted[key] ?? '');
  const allowed = isAllowed(store, user, {
    verb: text('verb'),
    group: text('group'),
    resource: text('subresource') === '' ? text('resource') : `${text('resource')}/${text('subresource')}`,
    ...(text('name') === '' ? {} : { name: text('name') }),
    ...(text('namespace') === '' ? {} : { namespace: text('namespace') }),
  });
  return { allowed };
}

function rules(store: Store, user: User, namespace: string): JsonObject {
  return {
    resourceRules: rulesOf(store, user, namespace).map((rule) => ({ ...rule })),
    nonResourceRules: isMaster(user) ? [{ verbs: ['*'], nonResourceURLs: ['*'] }] : [],
    incomplete: false,
  };
}
