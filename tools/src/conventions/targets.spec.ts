import { beforeAll, describe, expect, it } from '@jest/globals';
import { environmentNames, generatorProjects } from '@bud-o11y/model';
import { runbooks } from '../docs/runbooks/index.ts';
import { type NxGraph, readNxGraph } from './nx-graph.ts';
import { projects } from './workspace.ts';

let graph: NxGraph;
beforeAll(() => {
  graph = readNxGraph();
}, 30_000);

const targetsOf = (project: string) => graph.nodes[project]?.data.targets ?? {};

describe('targets', () => {
  it.each(projects)('of $name: typecheck, lint and test, cached', ({ name }) => {
    for (const target of ['typecheck', 'lint', 'test']) expect(targetsOf(name)[target]).toMatchObject({ cache: true });
  });

  it.each(generatorProjects)('of %s: a build that owns exactly its folder', (name) => {
    expect(targetsOf(name)['build']).toMatchObject({ cache: true, outputs: [`{workspaceRoot}/rendered/${name}`] });
  });

  it('that build are those of the generators and of the generated pages', () => {
    expect(projects.filter(({ name }) => 'build' in targetsOf(name)).map(({ name }) => name)).toEqual([...generatorProjects, 'tools'].sort());
  });

  it('of tools: a build that owns the generated pages, and among the runbooks exactly those that it writes', () => {
    expect(targetsOf('tools')['build']?.outputs?.toSorted()).toEqual(['{workspaceRoot}/docs/generated', ...[...runbooks().keys()].map((name) => `{workspaceRoot}/docs/runbooks/${name}`)].toSorted());
  });

  it.each(['render', 'check', 'plan', 'diff', 'apply', 'status', 'unlock'])('of the deployer: %s, uncached, one configuration per environment, local by default', (verb) => {
    const target = targetsOf('deployer')[verb];
    expect(target).toMatchObject({ cache: false, defaultConfiguration: 'local' });
    expect(Object.keys(target?.configurations ?? {})).toEqual(environmentNames);
  });
});
