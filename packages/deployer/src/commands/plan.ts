import { exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import type { Plan } from '../plan/plan.ts';
import { planFileText } from '../plan/plan-file.ts';
import { planJson } from '../report/plan-json.ts';
import { planText } from '../report/plan-text.ts';
import { printable } from '../report/printable.ts';
import { problemText } from '../report/problem-text.ts';
import { collectSound } from './collect.ts';
import { answersForMissing, type Invocation } from './command.ts';
import { contentDetails } from './content-details.ts';
import { type Junit, junitListener, planCases } from './junit-file.ts';
import { type NamedFile, namedFile } from './named-file.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/** Shows what an apply would do; with `--out` saves it first. Writes nothing to the target. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const out = await namedFile(invocation, 'out', host);
  const junit = await junitListener(invocation, host);
  return await junit.writeAfter(async () => await plan(invocation, host, junit, out));
}

async function plan(invocation: Invocation, host: Host, junit: Junit, out: NamedFile | undefined): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  const adopt = invocation.options['adopt'] === true;
  return await withTarget(collected, invocation, host, async (target) => {
    const planned = await planFor(collected.ordered, target, { depth: invocation.options['deep'] === true ? 'deep' : 'full', adopt, signal: host.signal });
    const made = planned.plan;
    const { err, out: palette } = invocation.palettes;
    for (const one of planCases(made)) junit.add(one);
    const shown = invocation.output === 'json' ? planJson(made) : planText(made, palette, await contentDetails(planned, target, palette, { updates: invocation.options['diff'] === true }));
    if (made.conflicts.length === 0) await out?.write(planFileText(made, { adopt }));
    host.err.write(problemText([...made.conflicts, ...made.warnings], err));
    host.out.write(shown);
    if (made.conflicts.length > 0 && out !== undefined) host.err.write(`${err.changed('notice')} ${printable(out.path)} was not written: there is nothing to approve while errors stand; a plan that it holds is an older one\n`);
    return exitOf(made, invocation);
  });
}

/** 3 where an apply of this would ask somebody; what could not be looked at counts only where the exit code is asked for. */
function exitOf({ conflicts, held, missing, changes }: Plan, invocation: Invocation): ExitCode {
  if (conflicts.length > 0 || held.some(({ reason }) => reason !== 'blocked')) return exitCodes.decision;
  if (invocation.options['detailed-exitcode'] !== true) return exitCodes.done;
  if (missing.length > 0 && !answersForMissing(invocation)) return exitCodes.decision;
  return changes.length + held.length > 0 ? exitCodes.changes : exitCodes.done;
}
