import { artifactId, type HelmValuesArtifact, type Problem } from '@bud-o11y/model';

type Told = Pick<Problem, 'code' | 'what' | 'why' | 'fix'> & { readonly path?: string };

/** A fault of a chart, at the release whose values can mend it. */
export function chartProblem(artifact: HelmValuesArtifact, { path, ...told }: Told): Problem {
  return { severity: 'error', where: { artifact: artifactId(artifact), file: artifact.source, ...(path === undefined || path === '' ? {} : { path }) }, ...told };
}
