import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dashboardPlaceholders, generatorProjects, runbookPlaceholders } from '@bud-o11y/model';
import generateAlert from './alert/generate.ts';
import generateCheck from './check/generate.ts';
import generateDashboard from './dashboard/generate.ts';
import generateEnvironment from './environment/generate.ts';
import { type Tree, readText } from './tree.ts';
import { type WorkspaceCopy, copyWorkspace } from './workspace-copy.ts';

const { NODE_OPTIONS: _, ...env } = process.env;

const newcomers = ['a-newcomer', 'zz-newcomer'];

/** What has to be written before everything is green: what to do when the alert fires, and what the dashboard shows. */
function writeTexts(tree: Tree, path: string, placeholders: Readonly<Record<string, string>>): void {
  tree.write(path, Object.values(placeholders).reduce((text, placeholder) => text.replaceAll(placeholder, 'Is it said now? It is, and in words that help.'), readText(tree, path)));
}

/** What somebody does who adds one thing of each kind and writes no more than the texts that are asked for: everything must stay green. */
describe('a workspace with one new thing of each kind', () => {
  let copy: WorkspaceCopy;

  /** Runs a program of the workspace in the copy; what it complains about is the failure's message. */
  const runIn = (folder: string, program: string, ...args: string[]): void => {
    try {
      execFileSync(process.execPath, [program, ...args], { cwd: join(copy.root, folder), stdio: 'pipe', encoding: 'utf8', env });
    } catch (thrown) {
      const { stdout = '', stderr = '' } = thrown as { readonly stdout?: string; readonly stderr?: string };
      throw new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: thrown });
    }
  };
  const bin = (name: string): string => join(copy.root, 'node_modules/.bin', name);
  const jest = (folder: string, ...args: string[]): void => runIn(folder, '--experimental-vm-modules', bin('jest'), ...args);

  beforeAll(async () => {
    copy = copyWorkspace();
    await generateAlert(copy.tree, { name: 'NewcomerAlert', area: 'services', severity: 'critical' });
    writeTexts(copy.tree, 'docs/runbooks/NewcomerAlert.md', runbookPlaceholders);
    await generateDashboard(copy.tree, { name: 'newcomer-dashboard' });
    writeTexts(copy.tree, 'packages/dashboards/src/dashboards/newcomer-dashboard/index.ts', dashboardPlaceholders);
    // One that sorts before every other, and one that sorts after: nothing may go by an environment's place in the list.
    for (const name of newcomers) await generateEnvironment(copy.tree, { name });
    await generateCheck(copy.tree, { name: 'newcomer-check' });
  }, 60_000);
  afterAll(() => copy.remove());

  it('has exactly the files that the README promises', () => {
    expect([...copy.written].sort()).toEqual([
      'docs/checks/newcomer-check.md',
      'docs/runbooks/NewcomerAlert.md',
      'packages/alerts/src/alerts/index.ts',
      'packages/alerts/src/alerts/services/NewcomerAlert.ts',
      'packages/checks/src/checks/newcomer-check.spec.ts',
      'packages/checks/src/checks/newcomer-check.ts',
      'packages/checks/src/index.ts',
      'packages/dashboards/src/dashboards/newcomer-dashboard/index.ts',
      'packages/dashboards/src/index.ts',
      'packages/model/src/environments/a-newcomer.ts',
      'packages/model/src/environments/index.ts',
      'packages/model/src/environments/zz-newcomer.ts',
      'packages/model/src/names/dashboards.ts',
    ]);
  });

  it('compiles', () => runIn('.', bin('tsc')), 60_000);

  it('has nothing for the linter to say', () => {
    execFileSync(bin('oxlint'), ['--deny-warnings', '.'], { cwd: copy.root, stdio: 'pipe' });
  });

  it.each(generatorProjects)('builds %s', (project) => runIn('.', 'tools/src/build/main.ts', '--project', project), 60_000);

  it.each(['local', ...newcomers])('has nothing wrong by the checks in %s', (name) => runIn('.', 'packages/deployer/bin/bud-o11y.mjs', 'check', '-e', name), 60_000);

  it.each(['model', 'rules', 'alerts', 'dashboards', 'helm-values', 'checks'])('passes the tests of %s', (project) => jest(`packages/${project}`), 120_000);

  it('passes the tests of deployer that go through the environments', () => jest('packages/deployer', 'src/commands/(commands|failures|target-folder)', 'src/bad-input'), 120_000);

  it('passes the cases of the new alert, the types of the new dashboard and the conventions', () => jest('tools', 'src/real/alerts', 'src/conventions/registration', 'src/literals', 'src/runbooks'), 240_000);
});
