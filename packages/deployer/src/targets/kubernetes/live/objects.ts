import type { ObjectKey } from '../../../objects/index.ts';
import { applySet } from '../inventory/index.ts';
import { resourceOf, type Scope, scopeName } from '../kinds.ts';
import type { Api, KubernetesObject } from '../transport/index.ts';
import { keyIn } from './members.ts';

export interface Wanted {
  readonly key: ObjectKey;
  readonly scope: Scope;
  /** Whether it carries the label of the set; one that does not is looked for among all others. */
  readonly labelled: boolean;
}

/** Reads whole objects in bulk: one list per scope that has some, and only those are kept. */
export async function readObjects(api: Api, wanted: readonly Wanted[], { setId, signal }: { readonly setId: string; readonly signal?: AbortSignal }): Promise<ReadonlyMap<ObjectKey, KubernetesObject>> {
  const found = new Map<ObjectKey, KubernetesObject>();
  const groups = Map.groupBy(wanted, ({ scope, labelled }) => `${scopeName(scope)} ${labelled}`);
  await Promise.all([...groups.values()].map(async (group) => {
    const [first] = group;
    if (first === undefined) return;
    const { scope, labelled } = first;
    const keys = new Set(group.map(({ key }) => key));
    const list = api.list(resourceOf(scope), {
      ...(labelled ? { labelSelector: `${applySet.partOf}=${setId}` } : {}),
      ...(signal === undefined ? {} : { signal }),
      onRestart: () => keys.forEach((key) => found.delete(key)),
    });
    for await (const object of list) {
      const key = keyIn(scope, object);
      if (keys.has(key)) found.set(key, object);
    }
  }));
  return found;
}
