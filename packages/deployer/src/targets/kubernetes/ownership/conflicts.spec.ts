import { describe, expect, it } from '@jest/globals';
import { AppError } from '@bud-o11y/model';
import { type FieldPath, pathText } from '../../../plan/field-path.ts';
import { readConflictPath } from './conflict-path.ts';
import { conflictsOf } from './conflicts.ts';
import { judge } from './judge.ts';

const desired = {
  metadata: { annotations: { 'example.com/a.b': '1', 'example.com/a': '2' } },
  data: { 'rules.yaml': 'x', rules: { yaml: 'y' } },
  spec: { template: { spec: { containers: [{ name: 'a.b]', ports: [{ containerPort: 80, protocol: 'TCP' }] }] } } },
};

function refusal(...causes: readonly (readonly [message: string, field: string])[]): AppError {
  const cause = { code: 409, reason: 'Conflict', message: '', kind: '', name: '', causes: causes.map(([message, field]) => ({ reason: 'FieldManagerConflict', message, field })) };
  return new AppError('conflict', 'patch configmaps: Apply failed', { cause });
}

describe('readConflictPath', () => {
  it.each<readonly [string, FieldPath]>([
    ['.data.rules.yaml', [{ field: 'data' }, { field: 'rules.yaml' }]],
    ['.metadata.annotations.example.com/a.b', [{ field: 'metadata' }, { field: 'annotations' }, { field: 'example.com/a.b' }]],
    ['.metadata.annotations.example.com/a', [{ field: 'metadata' }, { field: 'annotations' }, { field: 'example.com/a' }]],
    ['.spec.template.spec.containers[name="a.b]"].ports[containerPort=80,protocol="TCP"].containerPort', [{ field: 'spec' }, { field: 'template' }, { field: 'spec' }, { field: 'containers' }, { keys: { name: 'a.b]' } }, { field: 'ports' }, { keys: { containerPort: 80, protocol: 'TCP' } }, { field: 'containerPort' }]],
    ['.metadata.finalizers[="x/y"]', [{ field: 'metadata' }, { field: 'finalizers' }, { value: 'x/y' }]],
    ['.spec.rules[3].host', [{ field: 'spec' }, { field: 'rules' }, { index: 3 }, { field: 'host' }]],
    ['.spec.notThere', [{ field: 'spec' }, { field: 'notThere' }]],
    ['no path at all', [{ field: 'no path at all' }]],
    ['.spec[', [{ field: '.spec[' }]],
  ])('%s', (text, path) => {
    expect(readConflictPath(text, desired)).toEqual(path);
  });
});

describe('conflictsOf', () => {
  it('tells manager, operation, subresource, time and field', () => {
    const conflicts = conflictsOf(refusal(
      ['conflict with "kubectl-edit" using v1', '.data.rules.yaml'],
      ['conflict with "kubectl-edit" using v1 at 2026-01-02T03:04:05Z', '.data.rules.yaml'],
      ['conflict with "argocd-controller"', '.data.rules.yaml'],
      ['conflict with "kubectl" with subresource "scale" using apps/v1', '.spec.replicas'],
      ['conflict with "a \\"b\\""', '.spec.replicas'],
    ), desired);
    expect(conflicts.map(({ manager, operation, subresource, when, path }) => [manager, operation, subresource, when, pathText(path)])).toEqual([
      ['kubectl-edit', 'Update', undefined, undefined, 'data["rules.yaml"]'],
      ['kubectl-edit', 'Update', undefined, '2026-01-02T03:04:05Z', 'data["rules.yaml"]'],
      ['argocd-controller', 'Apply', undefined, undefined, 'data["rules.yaml"]'],
      ['kubectl', 'Update', 'scale', undefined, 'spec.replicas'],
      ['a \\"b\\"', 'Apply', undefined, undefined, 'spec.replicas'],
    ]);
  });

  it.each([
    ['another conflict', new AppError('conflict', '', { cause: { code: 409, causes: [{ reason: 'Other', message: 'x', field: 'y' }] } })],
    ['another error', new AppError('timeout', '')],
    ['no error of ours', new Error('x')],
  ])('is empty for %s', (_, thrown) => {
    expect(conflictsOf(thrown, desired)).toEqual([]);
  });
});

describe('judge', () => {
  const edited = 'conflict with "kubectl-edit" using v1';
  const verdict = (...messages: readonly string[]) => judge(conflictsOf(refusal(...messages.map((message) => [message, '.spec.replicas'] as const)), desired));

  it('takes back what people edited', () => {
    expect(verdict(edited, 'conflict with "before-first-apply" using apps/v1')).toEqual({ kind: 'takeBack', taken: [] });
  });

  it.each([
    ['another applier', 'conflict with "helm"'],
    ['a subresource', 'conflict with "kubectl" with subresource "scale" using apps/v1'],
    ['the status', 'conflict with "x" with subresource "status" using apps/v1'],
    ['the horizontal autoscaler', 'conflict with "kube-controller-manager" using apps/v1'],
    ['the vertical autoscaler', 'conflict with "vpa-updater" using apps/v1'],
    ['cert-manager', 'conflict with "cert-manager-cainjector" using admissionregistration.k8s.io/v1'],
    ['the rollout-operator', 'conflict with "rollout-operator" using apps/v1'],
  ])('leaves %s to a person, though the rest could be taken back', (_, message) => {
    const found = verdict(edited, message);
    expect(found).toMatchObject({ kind: 'dispute', because: [{ conflict: { field: '.spec.replicas' } }] });
  });

  const byHelm = (...fields: readonly string[]) => judge(conflictsOf(refusal(...fields.map((field) => ['conflict with "helm"', field] as const)), desired), [{ field: 'spec.replicas', from: 'helm' }]);

  it('takes the field that a rule makes ours, and tells that it does', () => {
    expect(byHelm('.spec.replicas')).toMatchObject({ kind: 'takeBack', taken: [{ manager: 'helm', field: '.spec.replicas' }] });
  });

  it.each<readonly [string, () => object]>([
    ['another field of the same manager', () => byHelm('.spec.replicas', '.spec.paused')],
    ['the same field of another manager', () => judge(conflictsOf(refusal(['conflict with "argocd"', '.spec.replicas']), desired), [{ field: 'spec.replicas', from: 'helm' }])],
  ])('does not take %s by that rule', (_, found) => {
    expect(found()).toMatchObject({ kind: 'dispute', because: [expect.anything()] });
  });
});
