// Inputs are exact: what a target reads and does not name here would let Nx serve a stale result.
// Only the npm packages that a project and those below it declare are hashed, plus the programs named here.
const programs = (...externalDependencies) => ({ externalDependencies });

/** Renders the project for every environment into the one folder that it owns. */
export function buildTarget(project) {
  return {
    command: `node tools/src/build/main.ts --project ${project}`,
    cache: true,
    inputs: ['production', '^production', 'buildScript', programs('node')],
    outputs: [`{workspaceRoot}/rendered/${project}`],
    metadata: { description: `Writes rendered/${project} for every environment` },
  };
}

/** Writes docs/generated from the packages' own tables, and the generated ones among the runbooks: `runbooks` are their names. */
export function docsTarget(runbooks) {
  return {
    command: 'node tools/src/docs/main.ts',
    cache: true,
    inputs: ['production', '^production', programs('node')],
    outputs: ['{workspaceRoot}/docs/generated', ...runbooks.map((name) => `{workspaceRoot}/docs/runbooks/${name}.md`)],
    metadata: { description: 'Writes docs/generated and the generated runbooks' },
  };
}

export function typecheckTarget(root) {
  return {
    command: `tsc -p ${root}`,
    cache: true,
    inputs: ['default', '^production', '{workspaceRoot}/tsconfig.base.json', programs('typescript', '@types/node', '@jest/globals')],
    metadata: { description: 'Compiles without writing' },
  };
}

/** `also` are files of the root that belong to no project. */
export function lintTarget(root, also = []) {
  return {
    command: ['oxlint --deny-warnings', root, ...also].join(' '),
    cache: true,
    inputs: ['default', '{workspaceRoot}/.oxlintrc.json', ...also.map((file) => `{workspaceRoot}/${file}`), programs('oxlint')],
    metadata: { description: 'oxlint with the rules of .oxlintrc.json' },
  };
}

// A test that was skipped for want of a program must run again once the program is there, or is required.
const realPrograms = [{ env: 'CI' }, { runtime: 'ls .tools/bin 2>/dev/null || true' }];

const jest = 'node --experimental-vm-modules --disable-warning=ExperimentalWarning {jest}';

export function testTarget(root) {
  return {
    command: jest.replace('{jest}', `${'../'.repeat(root.split('/').length)}node_modules/jest/bin/jest.js`),
    // Nx forces colours on what it starts, and so on every program that a spec starts.
    options: { cwd: root, env: { FORCE_COLOR: '0' } },
    cache: true,
    inputs: ['default', '^production', '{workspaceRoot}/jest.preset.mjs', '{workspaceRoot}/tools/src/jest/**/*', ...realPrograms, programs('node', 'jest', '@jest/globals')],
    metadata: { description: 'Jest, every *.spec.ts of the project' },
  };
}

/** The conventions are about the whole repository, so everything in it is an input. */
export function toolsTestTarget(root) {
  return { ...testTarget(root), inputs: ['{workspaceRoot}/**/*', ...realPrograms, programs('node', 'jest', '@jest/globals')] };
}
