import { hash } from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** JSON with sorted keys, two spaces and a final newline: the same bytes for equal values, on every machine. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

/** Values whose keys are sorted all the way down. */
const known = new WeakSet<object>();

/**
 * A copy with sorted keys that `canonicalJson` need not sort again: for parts that are the same in every environment.
 * Whoever calls this promises that nobody changes the copy.
 */
export function canonical<Value>(value: Value): Value {
  const copy = sorted(value);
  remember(copy);
  return copy as Value;
}

function remember(value: unknown): void {
  if (value === null || typeof value !== 'object' || known.has(value)) return;
  known.add(value);
  for (const part of Object.values(value)) remember(part);
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || known.has(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const source = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(source).sort()) result[key] = sorted(source[key]);
  return result;
}

/** Hex sha256 of UTF-8 text: the digest by which plan and inventory know an artifact's bytes. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
