import type { Environment } from '@bud-o11y/model';
import type { Draft } from './draft.ts';
import { ownLabels } from './names.ts';

/** The Namespaces of an environment: its own, and those of the applications that it watches. */
export function namespaceDrafts(environment: Environment): readonly Draft[] {
  const names = new Set([environment.namespaces.observability, ...environment.namespaces.apps]);
  return [...names].map((name) => ({
    object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: ownLabels(environment) } },
    source: 'generator:environment',
    wave: 'namespaces and storage',
  }));
}
