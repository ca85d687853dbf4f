import { describe, expect, it } from '@jest/globals';
import { diffDigest, fieldDiff } from './field-diff.ts';

const deployment = (spec: object, metadata: object = {}) => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'app', ...metadata }, spec });
const pod = (...containers: readonly object[]) => deployment({ template: { spec: { containers } } });
const at = 'spec.template.spec.containers';

type Row = readonly [what: string, before: unknown, after: unknown, changes: readonly (readonly [path: string, change: string, before?: unknown, after?: unknown])[]];

describe('fieldDiff', () => {
  it.each<Row>([
    ['equal objects', pod({ name: 'a', image: '1' }), pod({ image: '1', name: 'a' }), []],
    ['a changed field of a list item', pod({ name: 'a', image: '1' }, { name: 'b' }), pod({ name: 'a', image: '2' }, { name: 'b' }), [[`${at}[name=a].image`, 'changed', '1', '2']]],
    ['an item inserted before the others', pod({ name: 'b', image: '1' }), pod({ name: 'a' }, { name: 'b', image: '1' }), [[`${at}[name=a]`, 'added', undefined, { name: 'a' }]]],
    ['items in another order', pod({ name: 'a' }, { name: 'b' }), pod({ name: 'b' }, { name: 'a' }), [[at, 'reordered', ['name=a', 'name=b'], ['name=b', 'name=a']]]],
    ['ports by number and protocol, TCP unless told', pod({ name: 'a', ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }] }), pod({ name: 'a', ports: [{ containerPort: 80, protocol: 'TCP', name: 'web' }, { containerPort: 80, protocol: 'UDP' }] }), [
      [`${at}[name=a].ports[containerPort=80,protocol=TCP].name`, 'added', undefined, 'web'],
      [`${at}[name=a].ports[containerPort=80,protocol=TCP].protocol`, 'added', undefined, 'TCP'],
    ]],
    ['two items of one name: by position', pod({ name: 'a' }, { name: 'a', x: 1 }), pod({ name: 'a' }, { name: 'a', x: 2 }), [[`${at}[1].x`, 'changed', 1, 2]]],
    ['a list of values', pod({ name: 'a', args: ['x', 'y'] }), pod({ name: 'a', args: ['x'] }), [[`${at}[name=a].args[1]`, 'removed', 'y', undefined]]],
    ['a key with a dot', { kind: 'ConfigMap', data: { 'rules.yaml': '1' } }, { kind: 'ConfigMap', data: { 'rules.yaml': '2' } }, [['data["rules.yaml"]', 'changed', '1', '2']]],
    ['what the server owns', { ...deployment({}, { uid: '1', resourceVersion: '1', generation: 1, creationTimestamp: 'x', managedFields: [], selfLink: '/' }), status: { replicas: 1 } }, { ...deployment({}, { uid: '2' }), status: {} }, []],
    ['the copy that client-side apply keeps', deployment({}, { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } }), deployment({}), []],
    ['a new object', undefined, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { x: '1' } }, [
      ['apiVersion', 'added', undefined, 'v1'], ['data', 'added', undefined, { x: '1' }], ['kind', 'added', undefined, 'ConfigMap'], ['metadata.name', 'added', undefined, 'a'],
    ]],
    ['null is a value', { spec: { a: null } }, { spec: {} }, [['spec.a', 'removed', null, undefined]]],
  ])('%s', (_, before, after, changes) => {
    expect(fieldDiff(before, after).map((found) => [found.path, found.change, found.before, found.after])).toEqual(changes.map(([path, change, left, right]) => [path, change, left, right]));
  });

  it('never has the content of a Secret', () => {
    const secret = (data: object, more: object = {}) => ({ kind: 'Secret', metadata: { name: 's', labels: { a: String(Object.keys(data).length) } }, data, ...more });
    const changes = fieldDiff(secret({ password: 'Y2FuYXJ5LW9sZA==' }), secret({ password: 'Y2FuYXJ5LW5ldw==', token: 'Y2FuYXJ5' }, { stringData: { user: 'canary' } }));
    expect(changes.map(({ path, change, hidden }) => [path, change, hidden])).toEqual([['data.password', 'changed', true], ['data.token', 'added', true], ['metadata.labels.a', 'changed', false], ['stringData', 'added', true]]);
    expect(JSON.stringify(changes)).not.toMatch(/canary|Y2FuYXJ5/);
  });
});

describe('diffDigest', () => {
  const before = deployment({ replicas: 1, paused: false });
  it('is the same for the same diff, whatever the order of keys', () => {
    const digest = diffDigest(fieldDiff(before, deployment({ replicas: 2, paused: true })));
    expect(diffDigest(fieldDiff(deployment({ paused: false, replicas: 1 }), deployment({ paused: true, replicas: 2 })))).toBe(digest);
    expect(diffDigest(fieldDiff({ ...before, metadata: { name: 'app', resourceVersion: '9' } }, deployment({ replicas: 2, paused: true })))).toBe(digest);
  });

  it.each([
    ['another value', deployment({ replicas: 3, paused: true })],
    ['a field less', deployment({ replicas: 2, paused: false })],
    ['a field more', deployment({ replicas: 2, paused: true, minReadySeconds: 1 })],
  ])('is another one for %s', (_, after) => {
    expect(diffDigest(fieldDiff(before, after))).not.toBe(diffDigest(fieldDiff(before, deployment({ replicas: 2, paused: true }))));
  });
});
