import { environmentNames } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { artifactCheck, bundleCheck } from './check.ts';
import { contextOf, dashboard } from './fixtures.ts';
import { run, validEnvironments } from './run.ts';

const everyDashboard = artifactCheck({ id: 'dashboard-any', severity: 'warning', why: 'why', appliesTo: ['dashboard'], run: () => [{ at: 'here', what: 'what', fix: 'fix' }] });
const always = bundleCheck({ id: 'always', severity: 'error', why: 'why', appliesTo: [], run: () => [{ file: 'a.ts', what: 'what', fix: 'fix' }] });

describe('run', () => {
  it('fills problems in, adds those of the artifacts, and sorts', () => {
    const made = { code: 'query-syntax', severity: 'error', where: { file: 'b.ts' }, what: 'what', why: 'why', fix: 'fix' } as const;
    const artifacts = [{ ...dashboard('a'), problems: [made] }];
    expect(run(contextOf(artifacts), { checks: [everyDashboard, always], suppressions: [], today: '2030-01-01' })).toEqual([
      { code: 'always', severity: 'error', where: { file: 'a.ts' }, what: 'what', why: 'why', fix: 'fix' },
      made,
      { code: 'dashboard-any', severity: 'warning', where: { artifact: 'dashboard:a', file: 'packages/dashboards/src/dashboards/a/index.ts', path: 'here' }, what: 'what', why: 'why', fix: 'fix' },
    ]);
  });
});

describe('the file of a problem', () => {
  const inPanel = artifactCheck({ id: 'dashboard-any', severity: 'error', why: 'why', appliesTo: ['dashboard'], run: () => ['panel 11 (Requests) target A', 'panel 1 (Requests)', 'variable a'].map((at) => ({ at, what: 'what', fix: 'fix' })) });

  it('is that of the panel, where it is about one whose file is known', () => {
    const artifact = { ...dashboard('a'), panelFiles: { 'panel 11 (Requests)': 'traffic.ts' } };
    expect(inPanel.run(contextOf([artifact])).map(({ where }) => where.file)).toEqual(['traffic.ts', artifact.source, artifact.source]);
  });
});

describe('validEnvironments', () => {
  it('reads every shipped environment', () => {
    expect(validEnvironments().map(({ name }) => name)).toEqual(environmentNames);
  });
});
