import { describe, expect, it } from '@jest/globals';
import { environmentNames, generatorProjects } from '@bud-o11y/model';
import { strays } from './rendered.ts';
import { filesBelow } from './workspace.ts';

const owners = { projects: generatorProjects, environments: environmentNames };

describe('rendered/', () => {
  it('holds nothing but the environments of the generators', () => {
    expect(strays(filesBelow('rendered'), owners)).toEqual([]);
  });

  it('has something of every generator for every environment', () => {
    const found = new Set(filesBelow('rendered').map((path) => path.split('/').slice(1, 3).join('/')));
    const wanted = generatorProjects.flatMap((project) => environmentNames.map((environment) => `${project}/${environment}`));
    expect(wanted.filter((folder) => !found.has(folder))).toEqual([]);
  });
});

describe('strays', () => {
  it.each([
    { name: 'a file beside the projects', path: 'rendered/top.yaml', fix: 'rendered/top.yaml: no build writes it; remove it' },
    { name: 'a project that is gone', path: 'rendered/oldproject/dev/a.yaml', fix: 'no build writes rendered/oldproject/; remove it' },
    { name: 'a project without a build', path: 'rendered/deployer/dev/a.yaml', fix: 'no build writes rendered/deployer/; remove it' },
    { name: 'an environment that is gone', path: 'rendered/rules/qa/mimir/a.yaml', fix: "qa is no environment's folder; remove it, or run `npx nx run rules:build`" },
    { name: 'a file beside the environments', path: 'rendered/rules/dev', fix: "dev is no environment's folder" },
  ])('finds $name', ({ path, fix }) => {
    expect(strays(['rendered/rules/dev/mimir/a.yaml', path], owners)).toEqual([expect.stringContaining(fix)]);
  });
});
