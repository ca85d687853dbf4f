import { describe, expect, it } from '@jest/globals';
import { dev } from './environments/dev.ts';
import { type EnvironmentInput, ProblemsError, readEnvironment } from './index.ts';

const read = (...objectRules: readonly object[]): unknown => {
  const { target } = readEnvironment('dev', [{ ...dev, target: { ...dev.target, objectRules } } as EnvironmentInput]);
  return target.kind === 'kubernetes' ? target.objectRules : [];
};
const problemsOf = (rule: object): readonly object[] => {
  try {
    return [read(rule)] as readonly object[];
  } catch (thrown) {
    if (thrown instanceof ProblemsError) return thrown.problems;
    throw thrown;
  }
};

const ignore = { rule: 'ignore', object: 'apps/Deployment/observability/grafana', field: 'spec.replicas', why: 'its autoscaler sets them' };

describe('the object rules of an environment', () => {
  it.each<readonly [string, object]>([
    ['a field of an autoscaler', ignore],
    ['a field of every item, of every object', { ...ignore, object: 'admissionregistration.k8s.io/ValidatingWebhookConfiguration/_/mimir-*', field: 'webhooks[*].clientConfig.caBundle' }],
    ['a file name', { ...ignore, object: 'core/ConfigMap/observability/bud-dashboard-overview', field: 'data["overview.json"]' }],
    ['a field taken from one manager', { ...ignore, rule: 'take', from: 'argocd' }],
    ['a binding that may be made anew', { rule: 'replace', object: 'rbac.authorization.k8s.io/RoleBinding/observability/grafana', why: 'the role was renamed' }],
    ['a stateful set whose pods stay', { rule: 'replaceOrphan', object: 'apps/StatefulSet/observability/loki', why: 'larger volumes' }],
  ])('take %s', (_, rule) => {
    expect(read(rule)).toEqual([rule]);
  });

  it('are none where an environment has none', () => {
    expect(readEnvironment('dev', [dev]).target).toMatchObject({ objectRules: [] });
  });

  it.each<readonly [string, object, string, RegExp]>([
    ['no object', { ...ignore, object: 'Deployment grafana' }, 'object', /not an object as plans print it/],
    ['a whole spec', { ...ignore, field: 'spec' }, 'field', /not a field as plans print it/],
    ['the name of the object', { ...ignore, field: 'metadata.name' }, 'field', /identity/],
    ['no reason', { ...ignore, why: '' }, 'why', />=1/],
    ['everybody', { ...ignore, rule: 'take' }, 'from', /is missing/],
    ['a claim, whose data would go', { rule: 'replace', object: 'core/PersistentVolumeClaim/observability/data', why: 'x' }, 'object', /only apps\/DaemonSet, .* may be made anew/],
    ['a stateful set with its pods', { rule: 'replace', object: 'apps/StatefulSet/observability/loki', why: 'x' }, 'object', /may be made anew/],
    ['a deployment, whose new pods have other names', { rule: 'replaceOrphan', object: 'apps/Deployment/observability/grafana', why: 'x' }, 'object', /only apps\/StatefulSet/],
  ])('refuse %s', (_, rule, key, what) => {
    expect(problemsOf(rule)).toEqual([expect.objectContaining({ code: 'environment-invalid', where: { file: 'packages/model/src/environments/dev.ts', path: `target.objectRules.0.${key}` }, what: expect.stringMatching(what) })]);
  });

  it('name the key that was meant', () => {
    expect(problemsOf({ ...ignore, reason: 'x' })).toMatchObject([{ what: 'unknown key "reason"', fix: expect.stringMatching(/the keys here are rule, object, field, why, from/) }]);
  });
});
