import { environmentNamed, environmentNames, type GeneratorProject, generatorProjects, type Problem, ProblemsError } from '@bud-o11y/model';
import { collectFiles } from './collect.ts';
import { generators } from './generators.ts';
import { writeFolder } from './write-folder.ts';

/** The project of this name; undefined when it is none that renders. */
export function generatorProject(name: string | undefined): GeneratorProject | undefined {
  return generatorProjects.find((project) => project === name);
}

/** What a build did, and what it has to say about what it wrote. */
export interface Built {
  readonly summary: string;
  readonly warnings: readonly Problem[];
}

/**
 * Renders every environment and makes a folder hold exactly that.
 * @throws ProblemsError before anything is written.
 */
export async function build(project: GeneratorProject, out: string): Promise<Built> {
  const render = await generators[project]();
  const artifacts = environmentNames.flatMap((name) => render(environmentNamed(name)));
  const { files, problems } = collectFiles(project, artifacts);
  if (problems.some((problem) => problem.severity === 'error')) throw new ProblemsError(problems);
  const { written, unchanged, removed } = await writeFolder(out, files);
  return { summary: `rendered/${project}: ${files.size} files for ${environmentNames.length} environments (${written} written, ${unchanged} unchanged, ${removed} removed)`, warnings: problems };
}

/** What to say to somebody who named no project. */
export const projectsText = `--project must be one of: ${generatorProjects.join(', ')}`;
