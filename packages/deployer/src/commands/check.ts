import { canonicalJson, compareProblems, exitCodes, type ExitCode, type Problem } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { countText } from '../report/count-text.ts';
import { problemCount, problemText } from '../report/problem-text.ts';
import { collect, namedEnvironments } from './collect.ts';
import type { Invocation } from './command.ts';
import { checkProblems } from './check-problems.ts';
import { junitListener, problemCase } from './junit-file.ts';

/** Runs every check over each environment that is asked for, and the rules of the graph beside them. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const reports: { readonly environment: string; readonly artifacts: number; readonly problems: readonly Problem[] }[] = [];
  const junit = await junitListener(invocation, host, invocation.environment);
  for (const name of namedEnvironments(invocation.environment, host.environments)) {
    const collected = await collect(name, host);
    reports.push({ environment: name, artifacts: collected.bundle.artifacts.length, problems: [...(await checkProblems(collected, host))].sort(compareProblems) });
  }
  await junit.writeAfter(async () => {
    for (const { environment, problems } of reports) for (const problem of problems) junit.add(problemCase(environment, problem));
  });
  if (invocation.output === 'json') host.out.write(canonicalJson(reports));
  else for (const { environment, artifacts, problems } of reports) {
    if (problems.length > 0) host.out.write(`${problemText(problems, invocation.palettes.out)}\n`);
    host.out.write(`${environment}: ${countText(artifacts, 'artifact')} checked, ${problemCount(problems) || 'no problems'}\n`);
  }
  return reports.some(({ problems }) => problems.some((problem) => problem.severity === 'error')) ? exitCodes.error : exitCodes.done;
}
