import { environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { artifactExampleHost } from './artifact-example-host.ts';

const dev = environmentNamed('dev');
const own = {
  ...dev, domain: 'dev.bud.test', grafanaUrl: 'https://grafana.bud.test', runbookBaseUrl: 'https://runbooks.bud.test', sourceUrl: 'https://git.bud.test',
  receivers: { ...dev.receivers, email: { to: 'ops@bud.test', from: 'alerts@bud.test', smarthost: 'smtp.bud.test:25', username: 'alerts' } }, oidc: undefined,
};
const described = (description: string) => dashboard('a', { description });

describe('artifact-example-host', () => {
  it('names every value to change, in one problem', () => {
    const problems = problemsOf(artifactExampleHost, []);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', where: { file: 'packages/model/src/environments/dev.ts' } });
    for (const key of ['domain', 'grafanaUrl', 'runbookBaseUrl', 'receivers.email.to', 'oidc.issuer']) expect(problems[0]?.fix).toContain(key);
  });

  it('finds a host that no environment gave', () => {
    expect(problemsOf(artifactExampleHost, [described('see https://wiki.bud.example/x')], { environment: own }).map(({ what }) => what)).toEqual(['names wiki.bud.example, which is written in the code']);
  });

  it('says once what comes from the environment, and accepts an environment with hosts of its own', () => {
    expect(problemsOf(artifactExampleHost, [described(`${dev.grafanaUrl}/d/x and https://api.${dev.domain}`)])).toHaveLength(1);
    expect(problemsOf(artifactExampleHost, [described('https://grafana.bud.test')], { environment: own })).toEqual([]);
  });

  it('accepts this machine', () => {
    expect(problemsOf(artifactExampleHost, [described('https://wiki.bud.example')], { environment: environmentNamed('local') })).toEqual([]);
  });
});
