import { canonicalJson, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { isEmpty } from '../plan/plan.ts';
import { lockText } from '../report/lock-text.ts';
import { changeText, planCount } from '../report/plan-text.ts';
import { printable } from '../report/printable.ts';
import { problemText } from '../report/problem-text.ts';
import { collectSound } from './collect.ts';
import type { Invocation } from './command.ts';
import { contentDetails } from './content-details.ts';
import { planFor } from './plan-for.ts';
import { targetFor } from './target-for.ts';

/** Says whether the target holds what is rendered; what does not agree is listed. Exits 0 either way: `plan --detailed-exitcode` is for scripts. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  const target = targetFor(collected.environment, invocation, host);
  const planned = await planFor(collected.environment.name, collected.ordered, target);
  const { plan, snapshot } = planned;
  const lock = plan.conflicts.some((problem) => problem.code === 'target-symbolic-link') ? undefined : await target.lockState();
  const inSync = isEmpty(plan) && plan.conflicts.length === 0;
  const palette = invocation.palettes.out;
  if (invocation.output === 'json') {
    host.out.write(canonicalJson({ schema: 1, environment: plan.environment, target: plan.target, inventory: snapshot.inventory, owned: snapshot.owned.length, lock: lock ?? null, inSync, changes: plan.changes, conflicts: plan.conflicts, warnings: plan.warnings }));
  } else {
    const detail = await contentDetails(planned, target, palette, { updates: false });
    host.err.write(problemText([...plan.conflicts, ...plan.warnings], invocation.palettes.err));
    host.out.write([
      `${palette.strong(plan.environment)}: ${plan.target.kind} ${printable(plan.target.address)}\n`,
      `inventory: ${snapshot.inventory}, ${snapshot.owned.length} files\n`,
      ...(lock === undefined ? [] : [`lock: ${printable(lockText(lock))}\n`]),
      ...plan.changes.map((change) => `  ${changeText(change, palette)}\n${detail(change)}`),
      `${inSync ? palette.added('in sync') : palette.changed('not in sync')}: ${planCount(plan)}\n`,
    ].join(''));
  }
  return plan.conflicts.length > 0 ? exitCodes.decision : exitCodes.done;
}
