import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolved, Schema } from './schema.ts';

/** Written by tools/src/kubernetes-schema from the OpenAPI document of the release that the tests run on. */
const definitions = JSON.parse(readFileSync(join(import.meta.dirname, 'definitions.json'), 'utf8')) as Readonly<Record<string, Schema>>;

/** Type of a built-in kind; undefined for one that the fake does not know. */
export function builtInType(apiVersion: string, kind: string): Schema | undefined {
  const name = `${apiVersion}/${kind}`;
  return Object.hasOwn(definitions, name) ? `#${name}` : undefined;
}

/** Follows references to a type that says something. */
export function resolve(schema: Schema): Resolved {
  let current = schema;
  while (typeof current === 'string' && current.startsWith('#')) {
    const next = definitions[current.slice(1)];
    if (next === undefined) throw new Error(`the schema refers to ${current}, which is not defined`);
    current = next;
  }
  return current as Resolved;
}
