// `build` of a generator: renders every environment and makes rendered/<project>/ hold exactly that.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GeneratorProject, environmentNamed, environmentNames, generatorProjects, ProblemsError } from '@bud-o11y/model';
import { collectFiles } from './collect.ts';
import { generators } from './generators.ts';
import { problemText } from './problem-text.ts';
import { writeFolder } from './write-folder.ts';

const workspace = join(import.meta.dirname, '../../..');

async function build(project: GeneratorProject, out: string): Promise<void> {
  const render = await generators[project]();
  const artifacts = environmentNames.flatMap((name) => render(environmentNamed(name)));
  const { files, problems } = collectFiles(project, artifacts);
  if (problems.some((problem) => problem.severity === 'error')) throw new ProblemsError(problems);
  for (const problem of problems) process.stderr.write(`${problemText(problem)}\n`);
  const { written, unchanged, removed } = await writeFolder(out, files);
  process.stdout.write(`rendered/${project}: ${files.size} files for ${environmentNames.length} environments (${written} written, ${unchanged} unchanged, ${removed} removed)\n`);
}

const { values } = parseArgs({ options: { project: { type: 'string' }, out: { type: 'string' } } });
const project = generatorProjects.find((name) => name === values.project);
if (project === undefined) {
  process.stderr.write(`build: --project must be one of: ${generatorProjects.join(', ')}\n`);
  process.exitCode = 1;
} else {
  await build(project, values.out ?? join(workspace, 'rendered', project)).catch((thrown: unknown) => {
    if (!(thrown instanceof ProblemsError)) throw thrown;
    for (const problem of thrown.problems) process.stderr.write(`${problemText(problem)}\n`);
    process.stderr.write(`build of ${project} stopped: nothing was written\n`);
    process.exitCode = 1;
  });
}
