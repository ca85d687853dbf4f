import { canonicalJson, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { isEmpty } from '../plan/plan.ts';
import { countText } from '../report/count-text.ts';
import { lockText } from '../report/lock-text.ts';
import { shownChange, shownHeld } from '../report/plan-json.ts';
import { changeText, heldText, missingSourceText, planCount } from '../report/plan-text.ts';
import { printable } from '../report/printable.ts';
import { problemText } from '../report/problem-text.ts';
import type { Target } from '../targets/target.ts';
import { type Collected, collectSound } from './collect.ts';
import type { Invocation } from './command.ts';
import { contentDetails } from './content-details.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/** Says whether the target holds what is rendered; what does not agree is listed. Exits 0 either way: `plan --detailed-exitcode` is for scripts. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  return await withTarget(collected, invocation, host, async (target) => await status(collected, target, invocation, host));
}

async function status(collected: Collected, target: Target, invocation: Invocation, host: Host): Promise<ExitCode> {
  const planned = await planFor(collected.ordered, target, { depth: 'full', signal: host.signal });
  const { plan, inventory, owned } = planned;
  const lock = plan.conflicts.some((problem) => problem.code === 'target-symbolic-link') ? undefined : await target.lockState();
  const unready = await target.unready(plan.unchanged);
  const inSync = isEmpty(plan) && plan.conflicts.length === 0 && plan.held.length === 0 && plan.missing.length === 0 && unready.length === 0;
  const palette = invocation.palettes.out;
  if (invocation.output === 'json') {
    host.out.write(canonicalJson({ schema: 1, environment: plan.environment, target: plan.target, inventory, owned, lock: lock ?? null, inSync, changes: plan.changes.map(shownChange), held: plan.held.map(shownHeld), kept: plan.kept, missing: plan.missing, unready, conflicts: plan.conflicts, warnings: plan.warnings }));
  } else {
    const detail = await contentDetails(planned, target, palette, { updates: false });
    host.err.write(problemText([...plan.conflicts, ...plan.warnings], invocation.palettes.err));
    host.out.write([
      `${palette.strong(plan.environment)}: ${plan.target.kind} ${printable(plan.target.address)}\n`,
      `inventory: ${inventory}, ${countText(owned, plan.target.kind === 'directory' ? 'file' : 'object')}\n`,
      ...(lock === undefined ? [] : [`lock: ${printable(lockText(lock))}\n`]),
      ...plan.changes.map((change) => `  ${changeText(change, palette)}\n${detail(change)}`),
      ...plan.held.map((held) => `  ${heldText(held, palette)}\n`),
      ...plan.missing.map((one) => `  ${missingSourceText(one, palette)}`),
      ...unready.map(({ address, reason }) => `  ${palette.changed('! not ready')} ${printable(address)}  ${printable(reason)}\n`),
      `${inSync ? palette.added('in sync') : palette.changed('not in sync')}: ${planCount(plan)}\n`,
    ].join(''));
  }
  return plan.conflicts.length > 0 ? exitCodes.decision : exitCodes.done;
}
