import { describe, expect, it } from '@jest/globals';
import { type Artifact, environmentNamed, makeArtifact } from '@bud-o11y/model';
import { alertArtifact, configArtifact, dashboardArtifact, datasourcesArtifact, recordingArtifact } from '../fixtures/artifacts.ts';
import { deployment, draft, job } from '../fixtures/objects.ts';
import { seeded } from '../fixtures/random.ts';
import { waveIndex } from '../plan/waves.ts';
import type { Draft } from './draft.ts';
import { kubernetesObjects } from './kubernetes-objects.ts';
import type { PlacedObject } from './object.ts';
import type { ObjectKey } from './object-key.ts';

const environment = environmentNamed('staging');
const routing = makeArtifact({ kind: 'alertmanager', project: 'alerts', environment: 'staging', name: 'alertmanager', path: 'alerts/staging/alertmanager/alertmanager.yaml', source: 'x.ts', data: { route: { receiver: 'default' } } });

function placed(artifacts: readonly Artifact[], expanded: readonly Draft[] = []): ReadonlyMap<string, PlacedObject> {
  const { objects } = kubernetesObjects({ environment: 'staging', artifacts, runbooks: new Map() }, environment, expanded);
  return new Map(objects.map((object) => [`${object.object.kind} ${object.object.metadata.name}`, object]));
}

describe('kubernetesObjects', () => {
  it('has every Namespace of the environment, which nothing ever deletes', () => {
    const all = placed([]);
    expect([...all.keys()]).toEqual(['Namespace bud-staging', 'Namespace observability-staging']);
    expect(all.get('Namespace bud-staging')).toMatchObject({ source: 'generator:environment', policy: { prune: 'keep' }, object: { metadata: { labels: { 'bud.ai/environment': 'staging' } } } });
  });

  it('gives Grafana a ConfigMap per dashboard, by label, with its folder', () => {
    const artifact = dashboardArtifact({ name: 'overview' });
    expect(placed([artifact]).get('ConfigMap bud-dashboard-overview')).toMatchObject({
      key: 'core/ConfigMap/observability-staging/bud-dashboard-overview',
      artifact: 'dashboard:overview', source: 'generator:dashboards', wave: 'dashboards', policy: { prune: 'delete', onImmutable: 'fail' },
      needs: ['core/Namespace/_/observability-staging'],
      object: { metadata: { labels: { grafana_dashboard: '1' }, annotations: { grafana_folder: 'Bud Platform' } }, data: { 'overview.json': artifact.text } },
    });
  });

  it('gives Grafana the data sources, and Alertmanager its configuration', () => {
    const all = placed([datasourcesArtifact({ name: 'd' }), routing]);
    expect(all.get('ConfigMap bud-grafana-datasources')?.object).toMatchObject({ metadata: { labels: { grafana_datasource: '1' } }, data: { 'datasources.yaml': expect.stringContaining('uid: d') } });
    expect(all.get('ConfigMap bud-alertmanager-config')?.object).toMatchObject({ data: { 'alertmanager.yaml': 'route:\n  receiver: default\n' } });
  });

  it('gives each evaluator its groups by two labels; the operator’s kind, one group each', () => {
    const all = placed([recordingArtifact({ name: 'same' }), alertArtifact({ name: 'same', needs: ['recording-rules:same'] })]);
    expect(all.get('PrometheusRule bud-alerts-mimir-same')).toMatchObject({
      needs: ['core/Namespace/_/observability-staging', 'monitoring.coreos.com/PrometheusRule/observability-staging/bud-rules-mimir-same'],
      object: { metadata: { labels: { 'bud.ai/ruler': 'mimir', 'bud.ai/environment': 'staging' } }, spec: { groups: [{ name: 'same', rules: [{ alert: 'same' }] }] } },
    });
  });

  it('makes no object of requests, values and files of a directory', () => {
    const access = makeArtifact({ kind: 'access', project: 'dashboards', environment: 'staging', name: 'a', path: 'dashboards/staging/access/a.yaml', source: 'x.ts', data: {} });
    expect(placed([access, configArtifact({ name: 'c' })]).size).toBe(2);
  });

  it('sends what it says: text and digest are of the object', () => {
    const one = placed([routing]).get('ConfigMap bud-alertmanager-config');
    expect(JSON.parse(one?.text ?? '')).toEqual(one?.object);
    expect(one?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(placed([{ ...routing, text: 'x' } as Artifact]).get('ConfigMap bud-alertmanager-config')?.digest).not.toBe(one?.digest);
  });

  it('brings a mounted ConfigMap forward to the wave of the workload that mounts it', () => {
    const mounting = deployment('alertmanager', { volumes: [{ configMap: { name: 'bud-alertmanager-config' } }] });
    const inPlace = { ...mounting, object: { ...mounting.object, metadata: { name: 'alertmanager', namespace: 'observability-staging' } } };
    const all = placed([routing], [inPlace]);
    expect(all.get('ConfigMap bud-alertmanager-config')?.wave).toBe('backends');
    expect(all.get('Deployment alertmanager')?.needs).toContain('core/ConfigMap/observability-staging/bud-alertmanager-config');
    expect(placed([routing]).get('ConfigMap bud-alertmanager-config')?.wave).toBe('alerts and routing');
  });

  it('keeps what others put things into, and replaces the Job of a hook', () => {
    const all = placed([], [draft('v1', 'PersistentVolumeClaim', 'data'), job('hook', { hook: { when: 'before', weight: 0 } }), job('plain')]);
    expect(all.get('PersistentVolumeClaim data')?.policy).toEqual({ prune: 'keep', onImmutable: 'fail' });
    expect(all.get('Job hook')?.policy).toEqual({ prune: 'delete', onImmutable: 'replace' });
    expect(all.get('Job plain')?.policy.onImmutable).toBe('fail');
    const asked = draft('v1', 'ConfigMap', 'asked');
    const keeping = { ...asked, object: { ...asked.object, metadata: { ...asked.object.metadata, annotations: { 'helm.sh/resource-policy': 'keep' } } } };
    expect(placed([], [keeping]).get('ConfigMap asked')?.policy.prune).toBe('keep');
  });

  it('names both origins of one object, and the object that is too large', () => {
    const twice = [draft('v1', 'ConfigMap', 'a'), draft('v1', 'ConfigMap', 'a', {}, { source: 'release:other' })];
    const big = [draft('v1', 'ConfigMap', 'data', { data: { a: 'ä'.repeat(524_288) } }), draft('v1', 'ConfigMap', 'fits', { data: { a: 'a'.repeat(1_048_575) } })];
    const annotated = draft('v1', 'Service', 'annotated');
    const long = { ...annotated, object: { ...annotated.object, metadata: { ...annotated.object.metadata, annotations: { a: 'a'.repeat(262_144) } } } };
    const { problems } = kubernetesObjects({ environment: 'staging', artifacts: [], runbooks: new Map() }, environment, [...twice, ...big, long, draft('x/v1', 'Thing', 'whole', { spec: 'a'.repeat(1_600_000) })]);
    expect(problems.map(({ code, what }) => `${code} ${what}`).toSorted()).toEqual([
      'object-duplicate core/ConfigMap/n/a comes from release:web and from release:other',
      expect.stringMatching(/object-too-large the JSON of x\/Thing\/n\/whole is 16\d+ bytes/),
      expect.stringMatching(/object-too-large the annotations of core\/Service\/n\/annotated is 262145 bytes, and 262144/),
      expect.stringMatching(/object-too-large the data of core\/ConfigMap\/n\/data is 1048577 bytes/),
    ]);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('has neither a circle nor a need of a later wave, in any order given: seed %i', (seed) => {
    const random = seeded(seed);
    const waves = ['namespaces and storage', 'backends', 'collectors', 'dashboards'] as const;
    const names = ['a', 'b', 'c'];
    const some = (): readonly string[] => names.filter(() => random.chance(0.5));
    const drafts = names.flatMap((name) => [
      draft('v1', 'ConfigMap', name, {}, { wave: random.pick(waves), ...(random.chance(0.4) ? { hook: { when: random.pick(['before', 'after'] as const), weight: random.pick([0, 1]) } } : {}) }),
      draft('v1', 'ServiceAccount', name, {}, { wave: random.pick(waves) }),
      draft('rbac.authorization.k8s.io/v1', 'RoleBinding', name, { roleRef: { kind: 'Role', name }, subjects: some().map((subject) => ({ kind: 'ServiceAccount', name: subject })) }, { wave: random.pick(waves) }),
      deployment(name, { serviceAccountName: random.pick(names), volumes: some().map((mounted) => ({ configMap: { name: mounted } })) }, { wave: random.pick(waves) }),
      job(name, { wave: random.pick(waves), ...(random.chance(0.8) ? { hook: { when: random.pick(['before', 'after'] as const), weight: random.pick([-1, 0, 1]) } } : {}) }),
      draft('v1', 'Service', name, { spec: { selector: { app: name } } }),
      draft('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', name, { webhooks: some().map((called) => ({ clientConfig: { service: { namespace: 'n', name: called } } })) }, { wave: 'dashboards' }),
    ]);
    const bundle = { environment: 'staging', artifacts: [], runbooks: new Map<string, string>() };
    const { objects } = kubernetesObjects(bundle, environment, drafts);
    const byKey = new Map(objects.map((object) => [object.key, object]));
    for (const { key, wave, needs } of objects) for (const need of needs) {
      expect({ key, need, late: waveIndex(byKey.get(need)?.wave ?? 'dashboards') > waveIndex(wave) }).toEqual({ key, need, late: false });
    }
    const done = new Set<ObjectKey>();
    for (let before = -1; before !== done.size;) {
      before = done.size;
      for (const { key, needs } of objects) if (needs.every((need) => done.has(need))) done.add(key);
    }
    expect(objects.filter(({ key }) => !done.has(key)).map(({ key }) => key)).toEqual([]);
    expect(kubernetesObjects(bundle, environment, drafts.toReversed()).objects).toEqual(objects);
  });
});
