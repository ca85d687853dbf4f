import type { Json } from '@bud-o11y/model';
import { printElement } from '../fields/path-element.ts';
import { type ListSchema, type MapSchema, type Schema, type StructSchema, isKeyed, memberType } from '../schema/schema.ts';
import { isObject } from '../object.ts';
import { identify } from './list-item.ts';
import { shapeOf } from './shape.ts';

/** What is wrong with a value of this type, in the server's words: wrong types, undeclared fields, items with one identity. */
export function typeErrors(value: Json, schema: Schema, path = ''): readonly string[] {
  if (value === null) return [];
  const shape = shapeOf(schema, value);
  if (typeof shape === 'string') return scalarErrors(value, shape).map((error) => at(path, error));
  if ('list' in shape) return Array.isArray(value) ? listErrors(value as readonly Json[], shape, path) : [at(path, `expected list, got ${printed(value)}`)];
  return isObject(value) ? memberErrors(value, shape, path) : [at(path, `expected map, got ${printed(value)}`)];
}

/** Several errors in one message, as the server writes them. */
export function joinErrors(errors: readonly string[]): string {
  return errors.length === 1 ? (errors[0] ?? '') : ['errors:', ...errors.map((error) => `  ${error}`)].join('\n');
}

function listErrors(items: readonly Json[], schema: ListSchema, path: string): readonly string[] {
  if (!isKeyed(schema)) return items.flatMap((item, index) => typeErrors(item, schema.list, `${path}[${index}]`));
  const seen = new Set<string>();
  const errors: string[] = [];
  for (const [index, item] of items.entries()) {
    const identified = identify(item, schema);
    if ('problem' in identified) return [...errors, at(path, `element ${index}: ${identified.problem}`)];
    const element = printElement(identified.element);
    if (seen.has(element)) errors.push(at(path, `duplicate entries for key ${element}`));
    seen.add(element);
    errors.push(...typeErrors(item, schema.list, `${path}${element}`));
  }
  return errors;
}

function memberErrors(value: { readonly [key: string]: Json | undefined }, schema: MapSchema | StructSchema, path: string): readonly string[] {
  const errors: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    const type = memberType(schema, key);
    if (type === undefined) return [...errors, at(`${path}.${key}`, 'field not declared in schema')];
    if (member !== undefined) errors.push(...typeErrors(member, type, `${path}.${key}`));
  }
  return errors;
}

function scalarErrors(value: Json, type: string): readonly string[] {
  if (type === 'string') return typeof value === 'string' ? [] : [`expected string, got ${goSyntax(value)}`];
  if (type === 'number') return typeof value === 'number' ? [] : [`expected numeric (int or float), got ${goType(value)}`];
  if (type === 'boolean') return typeof value === 'boolean' ? [] : [`expected boolean, got ${printed(value)}`];
  return typeof value === 'object' ? [`expected any scalar, got ${printed(value)}`] : [];
}

function at(path: string, message: string): string {
  return path === '' ? message : `${path}: ${message}`;
}

function goSyntax(value: Json): string {
  return `&value.valueUnstructured{Value:${typeof value === 'object' ? `${goType(value)}{…}` : String(value)}}`;
}

function goType(value: Json): string {
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function printed(value: Json): string {
  return `&{${typeof value === 'object' ? JSON.stringify(value) : String(value)}}`;
}
