import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { planFileText } from '../plan/plan-file.ts';
import { planJson } from '../report/plan-json.ts';
import { planText } from '../report/plan-text.ts';
import { problemText } from '../report/problem-text.ts';
import { writeAtomically } from '../targets/directory/atomic.ts';
import { collectSound } from './collect.ts';
import { type Invocation, optionText } from './command.ts';
import { contentDetails } from './content-details.ts';
import { junitListener, planCases } from './junit-file.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/** Shows what an apply would do; with `--out` saves it. Writes nothing to the target. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  const adopt = invocation.options['adopt'] === true;
  const junit = await junitListener(invocation, host, collected.environment.name);
  return await junit.writeAfter(async () => await withTarget(collected, invocation, host, async (target) => {
    const planned = await planFor(collected.ordered, target, { depth: invocation.options['deep'] === true ? 'deep' : 'full', adopt, signal: host.signal });
    const { plan } = planned;
    for (const one of planCases(plan)) junit.add(one);
    host.err.write(problemText([...plan.conflicts, ...plan.warnings], invocation.palettes.err));
    if (invocation.output === 'json') host.out.write(planJson(plan));
    else {
      const detail = await contentDetails(planned, target, invocation.palettes.out, { updates: invocation.options['diff'] === true });
      host.out.write(planText(plan, invocation.palettes.out, detail));
    }
    if (plan.conflicts.length > 0) return exitCodes.decision;
    const out = optionText(invocation, 'out');
    if (out !== undefined) await writeAtomically(host.fileSystem, resolve(host.cwd, out), planFileText(plan, { adopt }), `${host.processes.pid}-${randomBytes(4).toString('hex')}`);
    if (plan.held.some((held) => held.reason !== 'blocked')) return exitCodes.decision;
    return invocation.options['detailed-exitcode'] === true && plan.changes.length + plan.held.length > 0 ? exitCodes.changes : exitCodes.done;
  }));
}
