import { describe, expect, it } from '@jest/globals';
import { fieldMatcher, withoutFields } from './field-pattern.ts';
import type { FieldPath } from './field-path.ts';

const replicas: FieldPath = [{ field: 'spec' }, { field: 'replicas' }];
const bundle: FieldPath = [{ field: 'webhooks' }, { keys: { name: 'a.b' } }, { field: 'clientConfig' }, { field: 'caBundle' }];

describe('fieldMatcher', () => {
  it.each<readonly [string, FieldPath, boolean]>([
    ['spec.replicas', replicas, true],
    ['spec.replicas', [...replicas, { field: 'deep' }], true],
    ['spec.replicas', [{ field: 'spec' }], false],
    ['spec.replicas', [{ field: 'spec' }, { field: 'replicasOf' }], false],
    ['webhooks[*].clientConfig.caBundle', bundle, true],
    ['webhooks[name=a.b].clientConfig', bundle, true],
    ['webhooks[name=aXb].clientConfig', bundle, false],
    ['data["rules.yaml"]', [{ field: 'data' }, { field: 'rules.yaml' }], true],
    ['data["rules.yaml"]', [{ field: 'data' }, { field: 'rules' }], false],
  ])('%s of %j: %s', (field, path, matches) => {
    expect(fieldMatcher(['other.field', field])(path)).toBe(matches);
  });
});

describe('withoutFields', () => {
  it.each<readonly [string, object, object]>([
    ['spec.replicas', { kind: 'D', spec: { replicas: 3, paused: false } }, { kind: 'D', spec: { paused: false } }],
    ['spec.replicas', { kind: 'D', spec: { replicas: 3 } }, { kind: 'D' }],
    ['spec.template', { kind: 'D', spec: {} }, { kind: 'D', spec: {} }],
    ['webhooks[*].clientConfig.caBundle', { webhooks: [{ name: 'a', clientConfig: { caBundle: '', url: 'u' } }, { name: 'b', clientConfig: { caBundle: '' } }] }, { webhooks: [{ name: 'a', clientConfig: { url: 'u' } }, { name: 'b' }] }],
    ['spec.ports[port=80,protocol=TCP].nodePort', { spec: { ports: [{ port: 80, nodePort: 3 }, { port: 81, nodePort: 4 }] } }, { spec: { ports: [{ port: 80 }, { port: 81, nodePort: 4 }] } }],
    ['spec.args[1]', { spec: { args: ['a', 'b'] } }, { spec: { args: ['a'] } }],
  ])('%s of %j', (field, object, left) => {
    expect(withoutFields(object, fieldMatcher([field]))).toEqual(left);
  });
});
