import { resolve } from 'node:path';
import { exitCodes, type ExitCode, type Problem } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { exampleHosts } from '../plan/example-hosts.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { failureJson } from '../report/failure-json.ts';
import { problemText } from '../report/problem-text.ts';
import { applyTo } from './apply-to.ts';
import { checkProblems } from './check-problems.ts';
import { collect } from './collect.ts';
import { type Invocation, optionText } from './command.ts';
import { junitListener } from './junit-file.ts';
import { isCluster, withTarget } from './target-for.ts';

/** Checks, plans and writes. An error among the problems stops it before the target is looked at. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collect(invocation.environment, host);
  const problems = await checkProblems(collected, host);
  host.err.write(problemText(problems, invocation.palettes.err));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) return refused(errors, exitCodes.error, invocation, host);
  const hosts = isCluster(collected.environment, invocation) ? exampleHosts(collected.environment, collected.bundle.artifacts) : [];
  if (hosts.length > 0) {
    host.err.write(problemText(hosts, invocation.palettes.err));
    return refused(hosts, exitCodes.decision, invocation, host);
  }
  const planPath = optionText(invocation, 'plan');
  const path = planPath === undefined ? undefined : resolve(host.cwd, planPath);
  const saved = path === undefined ? undefined : readPlanFile(path, (await host.fileSystem.read(path)).toString('utf8'));
  const junit = await junitListener(invocation, host, collected.environment.name);
  return await junit.writeAfter(async () => await withTarget(collected, invocation, host, async (target) => await applyTo({ collected, target, invocation, host, listen: junit.listen, ...(saved === undefined ? {} : { saved }) })));
}

function refused(problems: readonly Problem[], exit: ExitCode, invocation: Invocation, host: Host): ExitCode {
  if (invocation.output === 'json') host.out.write(failureJson({ problems }, exit));
  return exit;
}
