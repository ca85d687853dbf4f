import { type Environment, type ProgramConfigArtifact, type ReleaseLayer, artifactId, makeArtifact } from '@bud-o11y/model';
import type { z } from 'zod';
import { lostValues } from './lost-values.ts';
import { schemaProblems } from './value-problems.ts';
import { type ValueRule, ruleProblems } from './value-rule.ts';

/** A file that a program reads when it is started by hand on the directory target. */
export interface ProgramConfig {
  /** Unique; the program's name unless a program has several files. */
  readonly name: string;
  readonly program: string;
  /** File name below `rendered/helm-values/<environment>/config/`. */
  readonly file: string;
  /** TypeScript file below `packages/helm-values/src/` that says what is in it. */
  readonly source: string;
  readonly layer: ReleaseLayer;
  /** The keys that the program knows, in the version that the environment runs; absent where the file is text, or its program checks it better. */
  readonly schema?: (environment: Environment) => z.ZodType;
  /** What no single value shows. */
  readonly rules?: readonly ValueRule[];
  /** An object becomes YAML; text is written as it is. */
  readonly content: (environment: Environment) => Readonly<Record<string, unknown>> | string;
}

/** The artifact of one such file, with all that is wrong with it. */
export function programArtifact(config: ProgramConfig, environment: Environment): ProgramConfigArtifact {
  const source = `packages/helm-values/src/${config.source}`;
  const data = config.content(environment);
  const artifact = makeArtifact({
    kind: 'program-config',
    project: 'helm-values',
    environment: environment.name,
    name: config.name,
    program: config.program,
    path: `helm-values/${environment.name}/config/${config.file}`,
    source,
    layer: config.layer,
    data,
  });
  if (typeof data === 'string') return artifact;
  const place = { environment: environment.name, release: config.name, file: source };
  const problems = [
    ...(config.schema === undefined ? [] : schemaProblems(config.schema(environment), data, place)),
    ...ruleProblems(config.rules ?? [], data, environment, place),
    ...lostValues(data, artifact.text, place),
  ];
  return { ...artifact, problems: problems.map((found) => ({ ...found, where: { ...found.where, artifact: artifactId(artifact) } })) };
}
