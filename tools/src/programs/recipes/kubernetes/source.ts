import type { GoModuleSource } from '../../recipe.ts';

const version = '1.37.2';
const variable = (name: string): string => `k8s.io/component-base/version.${name}`;

/** A program of Kubernetes itself, built in the module beside this file: its own go.mod refers to folders that no module has. */
export function kubernetesSource(program: string): GoModuleSource {
  return {
    from: 'go-module',
    version,
    package: `k8s.io/kubernetes/cmd/${program}`,
    folder: import.meta.dirname,
    variables: {
      [variable('gitVersion')]: `v${version}`,
      [variable('gitMajor')]: '1',
      [variable('gitMinor')]: '37',
      [variable('gitCommit')]: '0000000',
      [variable('buildDate')]: '2026-01-01T00:00:00Z',
    },
  };
}
