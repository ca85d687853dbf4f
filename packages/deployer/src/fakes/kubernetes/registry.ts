import { type ServedKind, builtInKinds } from './kinds.ts';
import { type JsonObject, type StoredObject, isObject, objectAt } from './object.ts';
import type { Registry } from './route.ts';
import { customType } from './schema/open-api.ts';
import type { Store } from './store.ts';

const crds = { group: 'apiextensions.k8s.io', plural: 'customresourcedefinitions' };

/** The built-in kinds and those of the established CustomResourceDefinitions in the store. */
export function createRegistry(store: Store): Registry {
  let custom: readonly ServedKind[] = [];
  store.subscribe(({ object }) => {
    if (object.kind === 'CustomResourceDefinition') custom = store.all(crds).filter(isEstablished).flatMap(kindsOf);
  });
  return {
    kinds: () => [...builtInKinds, ...custom],
    find: (group, version, plural) => [builtInKinds, custom].flat().find((kind) => kind.group === group && kind.version === version && kind.plural === plural),
  };
}

/** Whether a definition's kinds are served. */
export function isEstablished(definition: StoredObject): boolean {
  const { conditions } = objectAt(definition, 'status');
  return Array.isArray(conditions) && conditions.some((condition) => isObject(condition) && condition['type'] === 'Established' && condition['status'] === 'True');
}

function kindsOf({ spec }: StoredObject): readonly ServedKind[] {
  const { group, scope, versions } = objectAt(spec);
  const { kind, plural, singular, shortNames } = objectAt(spec, 'names');
  const served = (Array.isArray(versions) ? versions : []).filter(isObject).filter((version) => version['served'] === true);
  return served.map((version: JsonObject) => ({
    group: String(group),
    version: String(version['name']),
    kind: String(kind),
    plural: String(plural),
    singular: String(singular ?? String(kind).toLowerCase()),
    shortNames: Array.isArray(shortNames) ? shortNames.map(String) : [],
    namespaced: scope === 'Namespaced',
    schema: customType(objectAt(version, 'schema', 'openAPIV3Schema')),
    subresources: isObject(objectAt(version, 'subresources')['status']) ? ['status' as const] : [],
    custom: true,
    validation: objectAt(version, 'schema', 'openAPIV3Schema'),
  }));
}
