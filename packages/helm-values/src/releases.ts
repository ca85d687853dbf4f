import { type Environment, type HelmValuesArtifact, type Problem, type ProgramConfigArtifact, artifactId } from '@bud-o11y/model';
import { type Chart, valuesArtifact } from './chart.ts';
import { combinationProblems } from './combinations.ts';
import { duplicateReleases, duplicateSecretKeys } from './duplicates.ts';
import { programArtifact } from './program.ts';
import { programs } from './programs.ts';
import { requiredSecrets } from './secrets.ts';

/** The values files of an environment's releases; what only shows between them is a problem of the release that came second. */
export function renderReleases(charts: readonly Chart[], environment: Environment): readonly HelmValuesArtifact[] {
  const artifacts = charts.map((chart) => valuesArtifact(chart, environment));
  const between = [...combinationProblems(environment), ...duplicateReleases(artifacts, environment), ...duplicateSecretKeys(requiredSecrets(environment), environment)];
  return artifacts.map((artifact) => withProblems(artifact, between));
}

/** The files of the programs of a directory. */
export function renderPrograms(environment: Environment): readonly ProgramConfigArtifact[] {
  const combinations = combinationProblems(environment);
  return programs.map((program) => withProblems(programArtifact(program, environment), combinations));
}

/** An artifact with those of the problems that are about it. */
function withProblems<A extends HelmValuesArtifact | ProgramConfigArtifact>(artifact: A, problems: readonly Problem[]): A {
  return { ...artifact, problems: [...artifact.problems, ...problems.filter(({ where }) => where.artifact === artifactId(artifact))] };
}
