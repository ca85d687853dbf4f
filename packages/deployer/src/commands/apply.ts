import { resolve } from 'node:path';
import { exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { problemText } from '../report/problem-text.ts';
import { applyTo } from './apply-to.ts';
import { checkProblems } from './check-problems.ts';
import { collect } from './collect.ts';
import { type Invocation, optionText } from './command.ts';
import { targetFor } from './target-for.ts';

/** Checks, plans and writes. An error among the problems stops it before the target is looked at. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collect(invocation.environment, host);
  const target = targetFor(collected.environment, invocation, host);
  const problems = await checkProblems(collected, host);
  host.err.write(problemText(problems, invocation.palettes.err));
  if (problems.some((problem) => problem.severity === 'error')) return exitCodes.error;
  const planPath = optionText(invocation, 'plan');
  const path = planPath === undefined ? undefined : resolve(host.cwd, planPath);
  const saved = path === undefined ? undefined : readPlanFile(path, (await host.fileSystem.read(path)).toString('utf8'));
  return await applyTo({ collected, target, invocation, host, ...(saved === undefined ? {} : { saved }) });
}
