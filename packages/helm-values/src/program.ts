import { type Environment, type ProgramConfigArtifact, type ReleaseLayer, makeArtifact } from '@bud-o11y/model';

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
  /** An object becomes YAML; text is written as it is. */
  readonly content: (environment: Environment) => Readonly<Record<string, unknown>> | string;
}

/** The artifact of one such file. */
export function programArtifact(config: ProgramConfig, environment: Environment): ProgramConfigArtifact {
  return makeArtifact({
    kind: 'program-config',
    project: 'helm-values',
    environment: environment.name,
    name: config.name,
    program: config.program,
    path: `helm-values/${environment.name}/config/${config.file}`,
    source: `packages/helm-values/src/${config.source}`,
    layer: config.layer,
    data: config.content(environment),
  });
}
