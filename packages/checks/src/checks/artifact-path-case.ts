import { artifactId } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

/** No two artifacts share a path or an id, not even when upper and lower case are told apart. */
export const artifactPathCase = bundleCheck({
  id: 'artifact-path-case',
  severity: 'error',
  why: 'on a file system that ignores case one of the two files overwrites the other, and a checkout loses it',
  appliesTo: ['recording-rules', 'alert-rules', 'alertmanager', 'dashboard', 'datasources', 'access', 'helm-values', 'program-config'],
  *run({ bundle }) {
    for (const [first, ...others] of Map.groupBy(bundle.artifacts, ({ path }) => path.toLowerCase()).values()) {
      for (const artifact of others) yield { artifact, at: artifact.path, what: `is written to ${artifact.path}, where ${first?.path ?? ''} of ${first?.source ?? ''} goes too`, fix: 'rename one of the two' };
    }
    for (const [first, ...others] of Map.groupBy(bundle.artifacts, (artifact) => artifactId(artifact).toLowerCase()).values()) {
      for (const artifact of others) {
        if (first?.path.toLowerCase() === artifact.path.toLowerCase()) continue;
        yield { artifact, what: `has the id ${artifactId(artifact)}, like ${first?.path ?? ''}`, fix: 'rename one of the two' };
      }
    }
  },
});
