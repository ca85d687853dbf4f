import { compareText } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

/** Environments in Kubernetes run the same major version of each component (decisions 11). */
export const environmentParity = bundleCheck({
  id: 'environment-parity',
  severity: 'error',
  why: 'what was tried in one environment says nothing about another that runs a different major version',
  appliesTo: [],
  *run({ environment, environments }) {
    if (environment.target.kind !== 'kubernetes') return;
    const others = environments.filter(({ name, target }) => name !== environment.name && target.kind === 'kubernetes');
    for (const [component, version] of Object.entries(environment.components).sort(([a], [b]) => compareText(a, b))) {
      const different = others
        .map(({ name, components }) => ({ name, version: components[component as keyof typeof components] }))
        .filter((other) => major(other.version) !== major(version));
      if (different.length === 0) continue;
      yield {
        file: `packages/model/src/environments/${environment.name}.ts`,
        at: `components.${component}`,
        what: `${component} is ${version} here and ${different.map((other) => `${other.version} in ${other.name}`).join(', ')}`,
        fix: 'bring all environments to one major version',
      };
    }
  },
});

function major(version: string): string {
  return version.split('.')[0] ?? '';
}
