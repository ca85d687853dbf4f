// The deployer's verbs that a pipeline uses, one configuration per environment: `nx run deployer:apply --configuration=production`.
// Nothing is cached: the answer depends on the target. Nothing depends on `build`: the deployer renders in memory, and a
// deployment that rewrites committed files would change what is under review.
const verbs = {
  render: 'Renders one environment in memory and prints what it holds',
  check: 'Checks one environment',
  plan: 'Shows what an apply would change',
  diff: 'Compares rendered output with a git ref, by artifact',
  apply: 'Renders, checks, plans and applies one environment',
  status: 'Compares the target with what was last applied',
  unlock: 'Removes the lock that a killed apply left behind',
};

export function deployerTargets(environments) {
  return {
    ...Object.fromEntries(Object.entries(verbs).map(([verb, description]) => [verb, deployerTarget(verb, description, environments)])),
    bench: { command: 'node packages/deployer/src/bench/main.ts', cache: false, metadata: { description: 'Measures plan and apply on a fake and on a real API server' } },
  };
}

function deployerTarget(verb, description, environments) {
  const command = (environment) => `node packages/deployer/bin/bud-o11y.mjs ${verb} -e ${environment}`;
  return {
    executor: 'nx:run-commands',
    cache: false,
    // Nx forces colours on what it starts; without that, the program decides by its stream and by NO_COLOR.
    options: { command: command('local'), env: { FORCE_COLOR: '' } },
    defaultConfiguration: 'local',
    configurations: Object.fromEntries(environments.map((environment) => [environment, { command: command(environment) }])),
    metadata: { description },
  };
}
