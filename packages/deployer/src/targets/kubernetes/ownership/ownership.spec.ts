import { describe, expect, it } from '@jest/globals';
import { pathText } from '../../../plan/field-path.ts';
import type { KubernetesObject, ManagedFields } from '../transport/resource.ts';
import { fieldMatcher } from '../../../plan/field-pattern.ts';
import { driftFields, fieldPaths, fieldsDigest, ownerOf, ownershipRewrite } from './index.ts';
import { unionOf, withoutPaths } from './field-set.ts';

const entry = (manager: string, operation: string, fieldsV1: object, more: Partial<ManagedFields> = {}): ManagedFields => ({ manager, operation, apiVersion: 'v1', time: '2026-01-02T03:04:05Z', fieldsV1, ...more });
const object = (managedFields: readonly ManagedFields[], more: object = {}): KubernetesObject => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', resourceVersion: '7', managedFields }, ...more });
const ours = (fieldsV1: object, more: Partial<ManagedFields> = {}): ManagedFields => entry('bud-o11y', 'Apply', fieldsV1, more);

describe('fieldsDigest', () => {
  const digest = fieldsDigest(object([ours({ 'f:data': { 'f:a': {} } })]));

  it.each<readonly [string, KubernetesObject, boolean]>([
    ['later', object([ours({ 'f:data': { 'f:a': {} } }, { time: '2027-01-01T00:00:00Z' })]), true],
    ['beside the fields of others', object([entry('other', 'Update', { 'f:data': { 'f:b': {} } }), ours({ 'f:data': { 'f:a': {} } })]), true],
    ['with a field less', object([ours({ 'f:data': {} })]), false],
    ['of another version', object([ours({ 'f:data': { 'f:a': {} } }, { apiVersion: 'v2' })]), false],
  ])('of the same set %s', (_, other, same) => {
    expect(fieldsDigest(other) === digest).toBe(same);
  });

  it.each<readonly [string, readonly ManagedFields[] | undefined]>([
    ['managed fields were reset', undefined],
    ['we only updated', [entry('bud-o11y', 'Update', { 'f:data': {} })]],
    ['we wrote a subresource', [ours({ 'f:status': {} }, { subresource: 'status' })]],
  ])('is undefined when %s', (_, managedFields) => {
    expect(fieldsDigest(managedFields === undefined ? { apiVersion: 'v1', kind: 'C', metadata: { name: 'c' } } : object(managedFields))).toBeUndefined();
  });
});

describe('fieldPaths', () => {
  it('reads fields, keys, values and positions', () => {
    const set = { 'f:metadata': { 'f:finalizers': { '.': {}, 'v:"x"': {} } }, 'f:spec': { 'f:containers': { 'k:{"name":"a"}': { '.': {}, 'f:image': {}, 'f:ports': { 'k:{"containerPort":80,"protocol":"TCP"}': { '.': {} } } } }, 'f:list': { 'i:2': {} } } };
    expect(fieldPaths(set).map(pathText)).toEqual(['metadata.finalizers[="x"]', 'spec.containers[name=a].image', 'spec.containers[name=a].ports[containerPort=80,protocol=TCP]', 'spec.list[2]']);
    expect(fieldPaths({})).toEqual([]);
  });
});

describe('unionOf', () => {
  it.each([
    [{ 'f:a': {} }, { 'f:b': {} }, { 'f:a': {}, 'f:b': {} }],
    [{ 'f:a': {} }, { 'f:a': { 'f:b': {} } }, { 'f:a': { '.': {}, 'f:b': {} } }],
    [{ 'f:a': { '.': {}, 'f:c': {} } }, { 'f:a': { 'f:b': {} } }, { 'f:a': { '.': {}, 'f:c': {}, 'f:b': {} } }],
  ])('%j and %j', (a, b, both) => {
    expect(unionOf(a, b)).toEqual(both);
  });
});

describe('ownerOf and driftFields', () => {
  const live = {
    ...object([
      ours({ 'f:spec': { 'f:containers': { 'k:{"name":"a"}': { 'f:image': {} } } } }),
      entry('kubectl-edit', 'Update', { 'f:data': { 'f:rules.yaml': {} }, 'f:spec': { 'f:containers': { 'k:{"name":"a"}': { 'f:args': {}, 'f:ports': { 'k:{"containerPort":80,"protocol":"TCP"}': { 'f:name': {} } } } } } }),
      entry('later', 'Update', { 'f:data': { 'f:rules.yaml': {} } }, { time: '2027-01-01T00:00:00Z' }),
    ]),
    data: { 'rules.yaml': 'edited' },
    spec: { containers: [{ name: 'a', image: 'x', args: ['z'], ports: [{ containerPort: 80, name: 'web' }] }] },
  } as KubernetesObject;

  it('names who wrote, when, and both values', () => {
    const applied = { ...live, data: { 'rules.yaml': 'wanted', more: 'x' }, spec: { containers: [{ name: 'a', image: 'y', args: ['b', 'c'], ports: [{ containerPort: 80, name: 'http' }] }] } } as KubernetesObject;
    expect(driftFields(live, applied)).toEqual([
      { path: 'data.more', ours: 'x', hidden: false },
      { path: 'data["rules.yaml"]', ours: 'wanted', live: 'edited', hidden: false, manager: 'later', when: '2027-01-01T00:00:00Z' },
      { path: 'spec.containers[name=a].args[0]', ours: 'b', live: 'z', hidden: false, manager: 'kubectl-edit', when: '2026-01-02T03:04:05Z' },
      { path: 'spec.containers[name=a].args[1]', ours: 'c', hidden: false, manager: 'kubectl-edit', when: '2026-01-02T03:04:05Z' },
      { path: 'spec.containers[name=a].image', ours: 'y', live: 'x', hidden: false },
      { path: 'spec.containers[name=a].ports[containerPort=80,protocol=TCP].name', ours: 'http', live: 'web', hidden: false, manager: 'kubectl-edit', when: '2026-01-02T03:04:05Z' },
    ]);
  });

  it('does not take the root for a path', () => {
    expect(ownerOf(live, [])).toBeUndefined();
  });
});

describe('withoutPaths', () => {
  it.each([
    ['spec.replicas', { 'f:spec': { 'f:replicas': {} }, 'f:data': {} }, { 'f:data': {} }],
    ['spec.replicas', { 'f:spec': { '.': {}, 'f:replicas': {}, 'f:paused': {} } }, { 'f:spec': { '.': {}, 'f:paused': {} } }],
    ['spec.containers[name=a].image', { 'f:spec': { 'f:containers': { 'k:{"name":"a"}': { '.': {}, 'f:image': {} } } } }, { 'f:spec': { 'f:containers': { 'k:{"name":"a"}': { '.': {} } } } }],
    ['spec.replicas', { 'f:spec': {} }, { 'f:spec': {} }],
  ])('%s of %j', (field, set, left) => {
    expect(withoutPaths(set, fieldMatcher([field]))).toEqual(left);
  });
});

describe('ownershipRewrite', () => {
  const adopting = { adopting: true };
  const leftover = entry('kubectl-client-side-apply', 'Update', { 'f:data': { '.': {}, 'f:old': {} } });

  it('moves the fields of client-side tools into our entry, and is refused when the object changed since', () => {
    const found = ownershipRewrite(object([entry('controller', 'Update', { 'f:status': {} }, { subresource: 'status' }), leftover, ours({ 'f:data': { 'f:a': {} } }), entry('helm', 'Update', { 'f:data': { 'f:b': {} } })]), adopting);
    expect(found).toMatchObject({ adopted: ['kubectl-client-side-apply', 'helm'], released: [] });
    expect(found?.patch).toEqual([
      { op: 'replace', path: '/metadata/managedFields', value: [ours({ 'f:data': { '.': {}, 'f:old': {}, 'f:a': {}, 'f:b': {} } }), entry('controller', 'Update', { 'f:status': {} }, { subresource: 'status' })] },
      { op: 'replace', path: '/metadata/resourceVersion', value: '7' },
    ]);
  });

  it('makes an entry of ours where there is none', () => {
    expect(ownershipRewrite(object([leftover]), adopting)?.patch[0]?.value).toEqual([{ ...leftover, manager: 'bud-o11y', operation: 'Apply' }]);
  });

  it('takes fields that are left to others out of our entry, and out of what is adopted', () => {
    const replicas = { 'f:spec': { 'f:replicas': {}, 'f:paused': {} } };
    const left = { 'f:spec': { 'f:paused': {} } };
    const ignores = ['spec.replicas'];
    expect(ownershipRewrite(object([ours(replicas)]), { adopting: false, ignores })).toMatchObject({ released: ['spec.replicas'], patch: [{ value: [ours(left)] }, {}] });
    expect(ownershipRewrite(object([entry('helm', 'Update', replicas)]), { adopting: true, ignores })).toMatchObject({ adopted: ['helm'], patch: [{ value: [ours(left)] }, {}] });
    expect(ownershipRewrite(object([ours(left), entry('autoscaler', 'Update', replicas)]), { adopting: false, ignores })).toBeUndefined();
  });

  it.each<readonly [string, ManagedFields]>([
    ['a person edited', entry('kubectl-edit', 'Update', { 'f:data': {} })],
    ['Helm 4 applied: that is a dispute', entry('helm', 'Apply', { 'f:data': {} })],
    ['only a subresource was written', entry('helm', 'Update', { 'f:status': {} }, { subresource: 'status' })],
  ])('is not needed when %s', (_, managed) => {
    expect(ownershipRewrite(object([managed]), adopting)).toBeUndefined();
  });

  it('leaves paths of another version alone', () => {
    expect(ownershipRewrite(object([ours({ 'f:data': {} }), entry('helm', 'Update', { 'f:data': {} }, { apiVersion: 'v1beta1' })]), adopting)).toBeUndefined();
  });
});
