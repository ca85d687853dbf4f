// Infers every target of every project, so that no project.json can disagree with the others.
// Plain JavaScript: Nx may load it under an older Node than the workspace's own.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deployerTargets } from './deployer-targets.mjs';
import { buildTarget, docsTarget, lintTarget, testTarget, toolsTestTarget, typecheckTarget } from './targets.mjs';

export const name = 'bud-o11y';

const rootSources = ['commitlint.config.mjs', 'jest.preset.mjs'];
const generators = new Set(['rules', 'alerts', 'dashboards', 'helm-values']);

export const createNodes = [
  '{packages/*,tools}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      return [file, { projects: { [root]: { targets: targetsOf(root, workspaceRoot) } } }];
    }),
];

function targetsOf(root, workspaceRoot) {
  const project = root.split('/').at(-1);
  return {
    typecheck: typecheckTarget(root),
    lint: lintTarget(root, project === 'tools' ? rootSources : []),
    test: project === 'tools' ? toolsTestTarget(root) : testTarget(root),
    ...(generators.has(project) ? { build: buildTarget(project) } : {}),
    ...(project === 'tools' ? { build: docsTarget(['README', ...namesOfFiles(workspaceRoot, 'packages/alerts/src/alerts/slo')]) } : {}),
    ...(project === 'deployer' ? deployerTargets(environmentNames(workspaceRoot)) : {}),
  };
}

/** One environment per file: the file's name is the environment's name (a convention spec holds the two together). */
function environmentNames(workspaceRoot) {
  return namesOfFiles(workspaceRoot, 'packages/model/src/environments').filter((name) => name !== 'index');
}

/** File names without their ending, specs apart, sorted. */
function namesOfFiles(workspaceRoot, folder) {
  return readdirSync(join(workspaceRoot, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}
