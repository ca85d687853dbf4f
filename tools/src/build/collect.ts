import { type Artifact, type GeneratorProject, type Problem, compareProblems, compareText } from '@bud-o11y/model';

/** A project's files by their path below `rendered/<project>/`, and every problem that was found on the way, each once. */
export interface Collected {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Turns artifacts into files, in path order; a path outside the project's folder, or one that is used twice, is a problem. */
export function collectFiles(project: GeneratorProject, artifacts: readonly Artifact[]): Collected {
  const files = new Map<string, string>();
  const spellings = new Map<string, string>();
  const problems: Problem[] = [];
  for (const artifact of [...artifacts].sort((a, b) => compareText(a.path, b.path))) {
    problems.push(...artifact.problems);
    const inside = pathInside(project, artifact);
    if (inside === undefined) {
      problems.push(outside(project, artifact));
      continue;
    }
    const twin = spellings.get(inside.toLowerCase());
    if (twin !== undefined) problems.push(taken(artifact, twin));
    spellings.set(inside.toLowerCase(), artifact.path);
    files.set(inside, artifact.text);
  }
  // One mistake in a source shows in every environment.
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return { files, problems: [...distinct.values()].sort(compareProblems) };
}

function pathInside(project: GeneratorProject, artifact: Artifact): string | undefined {
  const prefix = `${project}/${artifact.environment}/`;
  const parts = artifact.path.split('/');
  const plain = artifact.path.startsWith(prefix) && parts.every((part) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part));
  return plain ? artifact.path.slice(project.length + 1) : undefined;
}

function outside(project: GeneratorProject, artifact: Artifact): Problem {
  return {
    code: 'build-path',
    severity: 'error',
    where: { artifact: `${artifact.kind}:${artifact.name}`, path: 'path', file: artifact.source },
    what: `the path ${JSON.stringify(artifact.path)} is not below ${project}/${artifact.environment}/`,
    why: 'a build owns exactly one folder: a file elsewhere is neither cached nor removed when it goes stale',
    fix: `let the path begin with ${project}/${artifact.environment}/ and use only letters, digits, '.', '_' and '-' in its parts`,
  };
}

function taken(artifact: Artifact, twin: string): Problem {
  return {
    code: 'build-path',
    severity: 'error',
    where: { artifact: `${artifact.kind}:${artifact.name}`, path: 'path', file: artifact.source },
    what: `the path ${artifact.path} is already that of ${twin}`,
    why: 'one of the two would overwrite the other, everywhere or on a disk that ignores case',
    fix: 'give one of the two artifacts another name',
  };
}
