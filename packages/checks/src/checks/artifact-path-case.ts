import { type Artifact, artifactId } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

/** No two artifacts share a path or an id, not even when upper and lower case are told apart. */
export const artifactPathCase = bundleCheck({
  id: 'artifact-path-case',
  severity: 'error',
  why: 'one of the two files overwrites the other: everywhere when the paths are equal, else on a file system that ignores case, where a checkout loses it',
  appliesTo: ['recording-rules', 'alert-rules', 'alertmanager', 'dashboard', 'datasources', 'access', 'helm-values', 'program-config'],
  *run({ bundle }) {
    for (const [first, ...others] of Map.groupBy(bundle.artifacts, ({ path }) => path.toLowerCase()).values()) {
      for (const artifact of others) yield { artifact, at: artifact.path, what: collision(artifact, first), fix: 'rename one of the two' };
    }
    for (const [first, ...others] of Map.groupBy(bundle.artifacts, (artifact) => artifactId(artifact).toLowerCase()).values()) {
      for (const artifact of others) {
        if (first?.path.toLowerCase() === artifact.path.toLowerCase()) continue;
        yield { artifact, what: `has the id ${artifactId(artifact)}, like ${first?.path ?? ''}`, fix: 'rename one of the two' };
      }
    }
  },
});

function collision(artifact: Artifact, first: Artifact | undefined): string {
  if (artifact.path === first?.path) return `${artifact.path} is written twice, by ${first.source} and by ${artifact.source}`;
  return `${artifact.path} differs only in case from ${first?.path ?? ''} of ${first?.source ?? ''}`;
}
