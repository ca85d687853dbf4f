import { describe, expect, it } from '@jest/globals';
import { type Artifact, makeArtifact } from '@bud-o11y/model';
import { alertArtifact, configArtifact, dashboardArtifact, datasourcesArtifact, recordingArtifact } from '../../fixtures/artifacts.ts';
import { programLayout } from './layout.ts';
import { isSafeAddress, placeArtifacts } from './place.ts';

const rules = (evaluator: 'loki' | 'prometheus'): Artifact => ({ ...alertArtifact({ name: 'g' }), evaluator }) as Artifact;
const config = (program: string, file: string): Artifact => makeArtifact({ kind: 'program-config', project: 'helm-values', environment: 'local', name: file, path: `helm-values/local/config/${file}`, source: 'x.ts', data: 'text\n', layer: 'backends', program });

describe('programLayout', () => {
  it.each([
    [recordingArtifact({ name: 'g' }), 'mimir/rules/anonymous/g.yaml'],
    [rules('loki'), 'loki/rules/fake/g.yaml'],
    [rules('prometheus'), 'prometheus/rules/g.yaml'],
    [makeArtifact({ kind: 'alertmanager', project: 'alerts', environment: 'local', name: 'alertmanager', path: 'alerts/local/alertmanager/alertmanager.yaml', source: 'x.ts', data: {} }), 'alertmanager/alertmanager.yaml'],
    [dashboardArtifact({ name: 'o' }), 'grafana/dashboards/Bud Platform/o.json'],
    [datasourcesArtifact({ name: 'd' }), 'grafana/provisioning/datasources/d.yaml'],
    [makeArtifact({ kind: 'access', project: 'dashboards', environment: 'local', name: 'teams', path: 'dashboards/local/access/teams.yaml', source: 'x.ts', data: {} }), 'grafana/access/teams.yaml'],
    [makeArtifact({ kind: 'helm-values', project: 'helm-values', environment: 'dev', name: 'loki', path: 'helm-values/dev/loki.yaml', source: 'x.ts', data: {}, layer: 'backends', chart: { name: 'loki', version: '1.0.0', repository: 'https://x.bud.example' } }), 'helm-values/loki.yaml'],
    [configArtifact({ name: 'mimir' }), 'mimir/mimir.yaml'],
    [config('prometheus', 'prometheus.yml'), 'prometheus/prometheus.yml'],
    [config('grafana', 'grafana.ini'), 'grafana/grafana.ini'],
    [config('grafana', 'grafana-dashboards.yaml'), 'grafana/provisioning/dashboards/provider.yaml'],
    [config('alloy', 'config.alloy'), 'alloy/config.alloy'],
    [config('compose', 'compose.yaml'), 'compose.yaml'],
  ] as const)('%#: $path', (artifact, wanted) => expect(programLayout(artifact)).toBe(wanted));
});

describe('isSafeAddress', () => {
  it.each(['a', 'a/b c/d-1.yaml', 'A_b.json'])('allows %j', (address) => expect(isSafeAddress(address)).toBe(true));
  it.each(['', '/a', 'a/', '../a', 'a/../b', '.bud-o11y/lock', 'a\\b', 'a/b\n', 'a./b', 'a /b', 'a/ b', 'x'.repeat(121)])('refuses %j', (address) => expect(isSafeAddress(address)).toBe(false));
});

describe('placeArtifacts', () => {
  const place = (...paths: readonly string[]) => placeArtifacts(paths.map((path, index) => ({ ...configArtifact({ name: String(index) }), path })), (artifact) => artifact.path).problems.map(({ code }) => code);

  it.each([
    [['a/b', 'a/c', 'd'], []],
    [['a/b', 'a/b'], ['target-name-clash']],
    [['a/b', 'a/B'], ['target-name-clash']],
    [['a/b', 'A/c'], ['target-name-clash']],
    [['a', 'a/b'], ['target-name-clash']],
    [['a/b', 'a'], ['target-name-clash']],
    [['../a'], ['target-unsafe-path']],
  ])('%j: %j', (paths, wanted) => expect(place(...paths)).toEqual(wanted));
});
