import type { Draft } from './draft.ts';
import type { ObjectPolicy } from './object.ts';
import { groupOf } from './object-key.ts';

/** Deleting one of these takes what others put into it. */
const keeping: ReadonlySet<string> = new Set(['/Namespace', '/PersistentVolume', '/PersistentVolumeClaim', 'apiextensions.k8s.io/CustomResourceDefinition']);

/** A chart may ask to keep an object; a hook's Job has done its work, so that a new one may take its place. */
export function policyOf({ object, hook }: Draft): ObjectPolicy {
  const kind = `${groupOf(object.apiVersion)}/${object.kind}`;
  const keep = keeping.has(kind) || object.metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
  return { prune: keep ? 'keep' : 'delete', onImmutable: hook !== undefined && kind === 'batch/Job' ? 'replace' : 'fail' };
}
