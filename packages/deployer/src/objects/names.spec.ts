import { describe, expect, it } from '@jest/globals';
import { objectName } from './names.ts';
import { keyParts, objectKey } from './object-key.ts';

describe('objectName', () => {
  it.each(['bud-dashboard-platform-overview', 'a', 'a.b-c', '1'])('keeps %s', (name) => {
    expect(objectName(name)).toBe(name);
  });

  it.each(['Overview', 'a_b', 'a b', '-a', 'a.', 'a..b', 'a.-b', 'é', '', `${'a'.repeat(300)}`])('makes a valid name of %j', (text) => {
    expect(objectName(text)).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);
    expect(objectName(text).length).toBeLessThanOrEqual(253);
  });

  it('never gives two texts one name', () => {
    const texts = ['a-b', 'a_b', 'A-b', 'a b', 'a--b', 'a.b'];
    expect(new Set(texts.map(objectName)).size).toBe(texts.length);
  });
});

describe('objectKey', () => {
  it.each([
    [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'n' } }, 'core/ConfigMap/n/a'],
    [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }, 'core/Namespace/_/a'],
    [{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'system:a' } }, 'rbac.authorization.k8s.io/ClusterRole/_/system:a'],
  ])('of %j', (object, key) => {
    expect(objectKey(object)).toBe(key);
    const { group, ...parts } = keyParts(objectKey(object));
    expect(parts).toEqual({ kind: object.kind, ...object.metadata });
    expect(object.apiVersion).toBe(group === '' ? 'v1' : `${group}/v1`);
  });
});
