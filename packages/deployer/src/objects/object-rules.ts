import type { Environment, ObjectRule, Problem } from '@bud-o11y/model';
import { literally } from '../plan/field-pattern.ts';
import type { ObjectKey } from './object-key.ts';

/** The rules that an environment has for objects of its cluster. */
export function objectRulesOf({ target }: Environment): readonly ObjectRule[] {
  return target.kind === 'kubernetes' ? target.objectRules : [];
}

/** Those of the rules that are about one object. */
export function rulesOf(key: ObjectKey, rules: readonly ObjectRule[]): readonly ObjectRule[] {
  return rules.filter(({ object }) => names(object, key));
}

/** One Problem for each rule that is about none of the objects. To be asked only when every object is known. */
export function unusedRules(environment: Environment, keys: readonly ObjectKey[]): readonly Problem[] {
  return objectRulesOf(environment).flatMap(({ rule, object }, index): Problem[] => keys.some((key) => names(object, key)) ? [] : [{
    code: 'object-rule-unused',
    severity: 'error',
    where: { file: `packages/model/src/environments/${environment.name}.ts`, path: `target.objectRules.${index}` },
    what: `${environment.name} has no object ${object}, for which there is a rule to ${words[rule]}`,
    why: 'it would wait for the next object of this name, for which nobody has decided it',
    fix: 'correct the name (`plan` prints the names of all objects), or remove the rule',
  }]);
}

const words: Readonly<Record<ObjectRule['rule'], string>> = { ignore: 'ignore a field', take: 'take a field', replace: 'replace it', replaceOrphan: 'replace it' };

/** `*` in the name of a rule's object stands for any text. */
function names(object: string, key: ObjectKey): boolean {
  return object.includes('*') ? new RegExp(`^${object.split('*').map(literally).join('.*')}$`).test(key) : object === key;
}
