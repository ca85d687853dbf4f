import { type AppError, type Problem, replacingRule } from '@bud-o11y/model';
import type { ObjectKey, PlacedObject } from '../../../objects/index.ts';
import type { Objection } from '../ownership/index.ts';

type Where = Pick<PlacedObject, 'key' | 'source' | 'artifact'>;

function at({ key, source, artifact }: Where): Problem['where'] {
  return { artifact: artifact ?? source, path: key };
}

/** It is there, and neither its label nor our record says that it is ours. */
export function foreign(placed: Where): Problem {
  return {
    code: 'target-foreign-object',
    severity: 'error',
    where: at(placed),
    what: `${placed.key} is there already, and bud-o11y did not make it`,
    why: 'taking it over would change the work of somebody else, and a later prune could delete it',
    fix: 'rename or remove it, or take it over on purpose with --adopt',
  };
}

export function otherSet(placed: Where, set: string): Problem {
  return {
    code: 'target-other-set',
    severity: 'error',
    where: at(placed),
    what: `${placed.key} belongs to another set of objects (${set})`,
    why: 'two appliers of one object undo each other, and each may delete it',
    fix: 'take it out of one of the two; `kubectl get configmaps -A -l applyset.k8s.io/id` names the owner of the set',
  };
}

export function terminating(placed: Where): Problem {
  const isNamespace = placed.key.startsWith('core/Namespace/');
  return {
    code: 'target-terminating',
    severity: 'error',
    where: at(placed),
    what: `${placed.key} is being deleted`,
    why: isNamespace ? 'the server takes nothing into a namespace that is going away' : 'what is written to it now goes away with it',
    fix: 'wait until it is gone (its finalizers say what it waits for), then run the command again',
  };
}

/** @param release the release whose chart brings the kind, where that is known */
export function blockedKind(placed: Where, kind: string, release: string | undefined): Problem {
  return {
    code: 'target-kind-not-served',
    severity: 'warning',
    where: at(placed),
    what: `${placed.key}: kind not served${release === undefined ? '' : ` (comes with release ${release})`}`,
    why: `the server does not know ${kind} yet, so that the object cannot be there`,
    fix: release === undefined ? 'install what defines the kind, then run the command again' : `apply the release ${release}: its chart defines the kind`,
  };
}

/** `kubectl scale` and an autoscaler write in the same way. */
const scaled = 'when a person scaled it, scale it back with `kubectl scale`, and nothing is in dispute; when an autoscaler did, ';

export function disputed(placed: Where, because: readonly Objection[]): Problem {
  return {
    code: 'target-field-dispute',
    severity: 'error',
    where: at(placed),
    what: `${placed.key}: ${because.map(({ conflict, why }) => `${conflict.field} belongs to ${JSON.stringify(conflict.manager)} (${why})`).join('; ')}`,
    why: 'both would set the field again and again; nothing of this object is touched',
    fix: `${because.every(({ conflict }) => conflict.subresource === 'scale') ? scaled : 'let one of the two declare the field: '}leave it to the other one with an \`ignore\` rule in \`objectRules\` of the environment, or make it ours with a \`take\` rule`,
  };
}

/** @param writers who wrote into it since we did, where our fields are not as we left them: the server may take them no more beside theirs */
export function refused(placed: Where, error: AppError, writers?: readonly string[]): Problem {
  if (error.code === 'immutable') return immutable(placed, error);
  const refusal = { code: 'target-refused', severity: 'error', where: at(placed), why: 'the server would refuse it in the apply as well' } as const;
  if (writers === undefined) return { ...refusal, what: `${placed.key}: ${error.message}`, fix: error.fix };
  return {
    ...refusal,
    what: `${placed.key}: edited${writers.length === 0 ? '' : ` by ${writers.join(', ')}`} since we wrote it, and the server takes our fields no more beside that: ${error.message}`,
    fix: 'undo that edit, or delete the object: the next apply makes it again',
  };
}

function immutable(placed: Where, { message }: AppError): Problem {
  return {
    code: 'target-immutable-field',
    severity: 'error',
    where: at(placed),
    what: `${placed.key}: ${message}`,
    why: 'the server never lets this field change: the object would have to be deleted and made again',
    fix: immutableFix(placed.key),
  };
}

/** What to do about a field that cannot change: the rule to write, where the kind may be made anew. */
export function immutableFix(key: ObjectKey): string {
  const rule = replacingRule(key);
  if (rule === undefined) return 'set the field back, or give the new object another name: this one is never deleted for it';
  return `set the field back, or have it made anew${rule === 'replaceOrphan' ? ', its pods left running' : ''}: \`{ rule: '${rule}', object: '${key}', why: '…' }\` in \`objectRules\` of the environment`;
}

export function orphans(keys: readonly ObjectKey[]): readonly Problem[] {
  if (keys.length === 0) return [];
  const shown = keys.slice(0, 5).join(', ');
  return [{
    code: 'target-orphan',
    severity: 'warning',
    where: {},
    what: `${keys.length} objects carry the label of this environment and are not in its inventory: ${shown}${keys.length > 5 ? ', …' : ''}`,
    why: 'what the inventory does not list is never deleted: an inventory may have been lost, or the label copied',
    fix: 'look at them; remove the label where it was copied, delete what is no longer wanted by hand',
  }];
}
