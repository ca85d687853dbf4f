import type { ObjectKey } from '../object-key.ts';
import { podReferences, podTemplate } from '../workload.ts';
import type { Known, KnownObjects } from './known-objects.ts';

/** ConfigMap and Secret -> the workload whose pods mount or read it. */
export function mountedBy({ draft: { object } }: Known, known: KnownObjects): readonly ObjectKey[] {
  if (podTemplate(object) === undefined) return [];
  const { configMaps, secrets } = podReferences(object);
  const { namespace } = object.metadata;
  return [...known.named('', 'ConfigMap', namespace, configMaps), ...known.named('', 'Secret', namespace, secrets)];
}
