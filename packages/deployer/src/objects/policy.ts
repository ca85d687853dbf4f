import type { ObjectRule } from '@bud-o11y/model';
import type { Draft } from './draft.ts';
import type { ObjectPolicy } from './object.ts';
import { groupOf, objectKey } from './object-key.ts';
import { rulesOf } from './object-rules.ts';

/** Deleting one of these takes what others put into it. */
const keeping: ReadonlySet<string> = new Set(['/Namespace', '/PersistentVolume', '/PersistentVolumeClaim', 'apiextensions.k8s.io/CustomResourceDefinition']);

/**
 * A chart may ask to keep an object; a hook's Job has done its work, so that a new one may take its place. Everything else
 * that is out of the ordinary is a rule of the environment.
 */
export function policyOf({ object, hook }: Draft, rules: readonly ObjectRule[]): ObjectPolicy {
  const kind = `${groupOf(object.apiVersion)}/${object.kind}`;
  const keep = keeping.has(kind) || object.metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
  const own = rulesOf(objectKey(object), rules);
  const takes = own.flatMap((rule) => (rule.rule === 'take' ? [{ field: rule.field, from: rule.from }] : []));
  const ignores = own.flatMap((rule) => (rule.rule === 'ignore' ? [rule.field] : []));
  const anew = own.map(({ rule }) => rule).find((rule) => rule === 'replace' || rule === 'replaceOrphan');
  return {
    prune: keep ? 'keep' : 'delete',
    onImmutable: anew ?? (hook !== undefined && kind === 'batch/Job' ? 'replace' : 'fail'),
    ...(takes.length === 0 ? {} : { takes }),
    ...(ignores.length === 0 ? {} : { ignores }),
  };
}
