import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nxBuilds } from './nx.ts';

const { affected } = nxBuilds(join(import.meta.dirname, '../../..'));
const projectsOf = async (...files: readonly string[]): Promise<readonly string[]> => (await affected(files)).map(({ project }) => project);

describe('the builds that a commit affects', () => {
  it('are those that read one of its files, below it too', async () => {
    expect(await projectsOf('packages/rules/src/index.ts')).toEqual(['alerts', 'dashboards', 'rules', 'tools']);
    expect(await projectsOf('packages/deployer/src/host.ts', 'README.md')).toEqual(['tools']);
  }, 30_000);

  it('are none for specs and pages, and all for other packages', async () => {
    expect(await projectsOf('packages/rules/src/index.spec.ts', 'packages/rules/README.md', 'docs/runbooks/ServiceDown.md', 'rendered/top.yaml')).toEqual([]);
    expect(await projectsOf('package-lock.json')).toEqual(['alerts', 'dashboards', 'helm-values', 'rules', 'tools']);
  }, 30_000);

  it('know what they write', async () => {
    const [rules, tools] = (await affected(['packages/rules/src/index.ts'])).filter(({ project }) => ['rules', 'tools'].includes(project));
    expect(rules?.outputs).toEqual(['rendered/rules']);
    expect(tools?.outputs).toEqual(expect.arrayContaining(['docs/generated', 'docs/runbooks/README.md']));
    expect([rules?.reads('packages/alerts/src/index.ts'), tools?.reads('packages/alerts/src/index.ts')]).toEqual([false, true]);
  }, 30_000);
});
