import { describe, expect, it } from '@jest/globals';
import { builtInKinds } from '../kinds.ts';
import { builtInType, resolve } from './definitions.ts';
import { customType } from './open-api.ts';
import { type Schema, memberType } from './schema.ts';

/** Every type that a type is made of; a reference to none throws. */
function visit(schema: Schema, seen = new Set<Schema>()): ReadonlySet<Schema> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  const type = resolve(schema);
  if (typeof type === 'string') return seen;
  if ('list' in type) visit(type.list, seen);
  else if ('map' in type) visit(type.map, seen);
  else for (const field of Object.values(type.fields)) visit(field, seen);
  return seen;
}

describe('the definitions', () => {
  it.each(builtInKinds)('have the whole of a $kind', ({ schema }) => {
    expect(typeof schema).toBe('string');
    expect(visit(schema).size).toBeGreaterThan(5);
  });

  it.each([
    ['v1', 'Service', 'spec.ports', { list: '#v1.ServicePort', by: ['port', 'protocol'] }],
    ['v1', 'Service', 'spec.selector', { map: 'string', atomic: true }],
    ['apps/v1', 'Deployment', 'metadata.finalizers', { list: 'string', by: 'set' }],
    ['apps/v1', 'Deployment', 'metadata.labels', { map: 'string' }],
  ])('of %s %s %s', (version, kind, path, type) => {
    const found = path.split('.').reduce<Schema>((schema, key) => {
      const parent = resolve(schema);
      return typeof parent === 'object' && !('list' in parent) ? (memberType(parent, key) ?? 'any') : 'any';
    }, builtInType(version, kind) ?? 'any');
    expect(resolve(found)).toEqual(type);
  });

  it('know nothing of other kinds', () => {
    expect(builtInType('v1', 'Nothing')).toBeUndefined();
  });
});

describe('customType', () => {
  it('reads how lists and maps merge, and always has metadata', () => {
    const openApi = {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            keyed: { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'], items: { type: 'object', properties: { name: { type: 'string', default: 'x' } } } },
            set: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
            whole: { type: 'object', 'x-kubernetes-map-type': 'atomic', additionalProperties: { type: 'integer' } },
            open: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
            either: { 'x-kubernetes-int-or-string': true },
          },
        },
      },
    };
    expect(customType(openApi)).toEqual({
      fields: {
        apiVersion: 'string',
        kind: 'string',
        metadata: '#v1.ObjectMeta',
        spec: { fields: { keyed: { list: { fields: { name: 'string' }, defaults: { name: 'x' } }, by: ['name'] }, set: { list: 'string', by: 'set' }, whole: { map: 'number', atomic: true }, open: 'any', either: 'scalar' } },
      },
    });
  });
});
