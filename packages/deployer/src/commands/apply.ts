import { resolve } from 'node:path';
import { compareProblems, exitCodes, type ExitCode, type Problem } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { exampleHosts } from '../plan/example-hosts.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { failureJson } from '../report/failure-json.ts';
import { problemText } from '../report/problem-text.ts';
import { applyTo } from './apply-to.ts';
import { checkProblems } from './check-problems.ts';
import { collect } from './collect.ts';
import { type Invocation, optionText } from './command.ts';
import { type Junit, junitListener, problemCase } from './junit-file.ts';
import { isCluster, withTarget } from './target-for.ts';

/** Checks, plans and writes. An error among the problems stops it before the target is looked at. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const junit = await junitListener(invocation, host);
  return await junit.writeAfter(async () => await apply(invocation, host, junit));
}

async function apply(invocation: Invocation, host: Host, junit: Junit): Promise<ExitCode> {
  const collected = await collect(invocation.environment, host);
  const hosts = isCluster(collected.environment, invocation) ? exampleHosts(collected.environment, collected.bundle.artifacts) : [];
  // What is a warning elsewhere stops an apply to a cluster: it is told once, as that.
  const problems = (await checkProblems(collected, host)).filter(({ code }) => !hosts.some((stopping) => stopping.code === code));
  host.err.write(problemText([...problems, ...hosts].sort(compareProblems), invocation.palettes.err));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) return refused(errors, exitCodes.error);
  if (hosts.length > 0) return refused(hosts, exitCodes.decision);
  const planPath = optionText(invocation, 'plan');
  const path = planPath === undefined ? undefined : resolve(host.cwd, planPath);
  const saved = path === undefined ? undefined : readPlanFile(path, (await host.fileSystem.read(path)).toString('utf8'));
  return await withTarget(collected, invocation, host, async (target) => await applyTo({ collected, target, invocation, host, listen: junit.listen, ...(saved === undefined ? {} : { saved }) }));

  function refused(told: readonly Problem[], exit: ExitCode): ExitCode {
    for (const problem of told) junit.add(problemCase('problems', problem));
    if (invocation.output === 'json') host.out.write(failureJson({ problems: told }, exit));
    return exit;
  }
}
