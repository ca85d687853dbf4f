import { artifactCheck } from '../check.ts';
import { type JsonObject, type Leaf, isObject, leaves } from '../json-view.ts';
import { isReference, isSecretKey, secretIn } from '../secret-text.ts';

/** No artifact holds a secret: not under a key that takes one, nor a token, a key or a random word anywhere. */
export const artifactSecretLiteral = artifactCheck({
  id: 'artifact-secret-literal',
  severity: 'error',
  why: 'what is rendered is committed, printed in plans and stored in ConfigMaps: a secret in it is known to everybody who may read those',
  appliesTo: ['recording-rules', 'alert-rules', 'alertmanager', 'dashboard', 'datasources', 'access', 'helm-values', 'program-config'],
  *run({ data, path }) {
    for (const leaf of leaves(data)) {
      const found = secretIn(leaf.text) ?? (isSecretKey(leaf.at) && !isReference(leaf.text) ? 'a value where a secret is taken' : undefined);
      if (found !== undefined) yield finding(leaf.at || path, found);
    }
    for (const { at } of variables(data)) yield finding(at, 'a value of a variable that takes a secret');
  },
});

/** The secret is not repeated: what a check says is printed and kept in logs. */
function finding(at: string, found: string): { readonly at: string; readonly what: string; readonly fix: string } {
  return { at, what: `holds ${found}`, fix: 'replace the secret, since it has been written down; then name the file, variable or Secret that holds the new one' };
}

/** The variables of containers, `{ name, value }`, whose name says that they hold a secret and whose value is written out. */
function variables(value: unknown, at = ''): readonly Leaf[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.entries(value).flatMap(([key, child]) => variables(child, at === '' ? key : `${at}.${key}`));
  return isObject(value) && isWrittenOut(value) ? [{ at: at === '' ? 'value' : `${at}.value`, text: '' }, ...below] : below;
}

function isWrittenOut({ name, value }: JsonObject): boolean {
  return typeof name === 'string' && isSecretKey(name) && typeof value === 'string' && !isReference(value) && secretIn(value) === undefined;
}
