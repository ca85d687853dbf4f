// `build` of a generator: renders every environment and makes rendered/<project>/ hold exactly that. What it builds from
// is loaded late: a mistake in any source, of the model too, is told as a problem.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Problem } from '@bud-o11y/model';
import { problemText } from './problem-text.ts';

const workspace = join(import.meta.dirname, '../../..');

const { values } = parseArgs({ options: { project: { type: 'string' }, out: { type: 'string' } } });

try {
  const { build, generatorProject, projectsText } = await import('./build.ts');
  const project = generatorProject(values.project);
  if (project === undefined) {
    process.stderr.write(`build: ${projectsText}\n`);
    process.exitCode = 1;
  } else {
    const { summary, warnings } = await build(project, values.out ?? join(workspace, 'rendered', project));
    tell(warnings);
    process.stdout.write(`${summary}\n`);
  }
} catch (thrown) {
  tell(await problemsIn(thrown));
  process.stderr.write(`build of ${values.project ?? ''} stopped: nothing was written\n`);
  process.exitCode = 1;
}

function tell(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${problemText(problem)}\n`);
}

/** Asks for the name, not for the class: the model may be what cannot be loaded. */
async function problemsIn(thrown: unknown): Promise<readonly Problem[]> {
  if (thrown instanceof Error && thrown.name === 'ProblemsError' && 'problems' in thrown) return thrown.problems as readonly Problem[];
  const { generatorProblem } = await import('@bud-o11y/deployer/source-problem');
  const problem = await generatorProblem(thrown);
  if (problem === undefined) throw thrown;
  return [problem];
}
