import { describe, expect, it } from '@jest/globals';
import { environmentNamed, makeArtifact } from '@bud-o11y/model';
import { clusterBundle, devEnvironment } from '../fixtures/cluster.ts';
import { exampleHosts } from './example-hosts.ts';

const named = (text: string) => makeArtifact({ kind: 'dashboard', project: 'dashboards', environment: 'dev', name: 'x', path: 'dashboards/dev/x.json', source: 'packages/dashboards/src/x.ts', folder: 'f', data: { uid: 'x', text } });

describe('exampleHosts', () => {
  it('names every value of an environment that is as it was shipped', () => {
    expect(exampleHosts(environmentNamed('production'), [])).toEqual([expect.objectContaining({ code: 'artifact-example-host', severity: 'error', where: { file: 'packages/model/src/environments/production.ts', path: expect.stringContaining('receivers.email.to') } })]);
  });

  it('finds one in an artifact, and reads a long text at once', () => {
    const long = named(`${'x'.repeat(1_000_000)} https://grafana.prod.bud.example/d/1`);
    expect(exampleHosts(devEnvironment(), [...clusterBundle(), long])).toEqual([expect.objectContaining({ where: { artifact: 'dashboard:x', file: 'packages/dashboards/src/x.ts' }, what: expect.stringContaining('names grafana.prod.bud.example') })]);
  });

  it('is silent without any', () => expect(exampleHosts(devEnvironment(), clusterBundle())).toEqual([]));
});
