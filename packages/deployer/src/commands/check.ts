import type { Figure } from '@bud-o11y/checks';
import { canonicalJson, compareProblems, exitCodes, type ExitCode, type Problem } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { countText } from '../report/count-text.ts';
import { figureText } from '../report/figure-text.ts';
import { problemCount, problemText } from '../report/problem-text.ts';
import { collect, namedEnvironments } from './collect.ts';
import type { Invocation } from './command.ts';
import { checkProblems } from './check-problems.ts';
import { type Junit, junitListener, problemCase } from './junit-file.ts';

/** Runs every check over each environment that is asked for, and the rules of the graph beside them; counts what holds. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const junit = await junitListener(invocation, host);
  return await junit.writeAfter(async () => await check(invocation, host, junit));
}

async function check(invocation: Invocation, host: Host, junit: Junit): Promise<ExitCode> {
  const reports: { readonly environment: string; readonly artifacts: number; readonly problems: readonly Problem[]; readonly figures: readonly Figure[] }[] = [];
  for (const name of namedEnvironments(invocation.environment, host.environments)) {
    const collected = await collect(name, host);
    reports.push({ environment: name, artifacts: collected.bundle.artifacts.length, problems: [...(await checkProblems(collected, host))].sort(compareProblems), figures: await host.figures(collected.bundle, collected.environment) });
  }
  for (const { environment, problems } of reports) for (const problem of problems) junit.add(problemCase(environment, problem));
  if (invocation.output === 'json') host.out.write(canonicalJson(reports));
  else for (const { environment, artifacts, problems, figures } of reports) {
    if (problems.length > 0) host.out.write(`${problemText(problems, invocation.palettes.out)}\n`);
    host.out.write(`${environment}: ${countText(artifacts, 'artifact')} checked, ${problemCount(problems) || 'no problems'}\n${figureText(figures)}`);
  }
  return reports.some(({ problems }) => problems.some((problem) => problem.severity === 'error')) ? exitCodes.error : exitCodes.done;
}
