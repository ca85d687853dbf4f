import { describe, expect, it } from '@jest/globals';
import { type OpenApiSchema, compact, shortName } from './compact.ts';

const refer = (name: string): string => `#${name}`;

describe('compact', () => {
  it.each<{ readonly schema: OpenApiSchema; readonly is: unknown }>([
    { schema: { $ref: '#/definitions/some.Part' }, is: '#some.Part' },
    { schema: { type: 'string', format: 'int-or-string' }, is: 'scalar' },
    { schema: { type: 'integer' }, is: 'number' },
    { schema: { type: 'object' }, is: 'any' },
    { schema: {}, is: 'any' },
    { schema: { type: 'array', items: { type: 'string' } }, is: { list: 'string' } },
    { schema: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' }, is: { list: 'string', by: 'set' } },
    { schema: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['a'] }, is: { list: 'string', by: ['a'] } },
    { schema: { type: 'object', additionalProperties: { type: 'string' }, 'x-kubernetes-map-type': 'atomic' }, is: { map: 'string', atomic: true } },
    { schema: { properties: { name: { type: 'string' }, port: { type: 'integer' } }, required: ['name', 'port'] }, is: { fields: { name: 'string', port: 'number' }, defaults: { name: '', port: 0 } } },
    { schema: { properties: { containerPort: { type: 'integer' }, protocol: { type: 'string' } } }, is: { fields: { containerPort: 'number', protocol: 'string' }, defaults: { protocol: 'TCP' } } },
  ])('of $schema', ({ schema, is }) => {
    expect(compact(schema, refer)).toEqual(is);
  });
});

describe('shortName', () => {
  it.each([
    ['io.k8s.api.apps.v1.Deployment', { properties: { metadata: {} }, 'x-kubernetes-group-version-kind': [{ group: 'apps', version: 'v1', kind: 'Deployment' }] }, 'apps/v1/Deployment'],
    ['io.k8s.api.core.v1.Pod', { properties: { metadata: {} }, 'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'Pod' }] }, 'v1/Pod'],
    ['io.k8s.api.core.v1.PodSpec', { properties: {} }, 'v1.PodSpec'],
  ])('of %s', (name, schema, is) => {
    expect(shortName(name, schema)).toBe(is);
  });
});
