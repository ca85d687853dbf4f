import { canonicalJson, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { type Drift, driftOf } from '../plan/drift.ts';
import type { Plan } from '../plan/plan.ts';
import { driftText } from '../report/drift-text.ts';
import { shownChange, shownHeld } from '../report/plan-json.ts';
import { problemText } from '../report/problem-text.ts';
import { collectSound } from './collect.ts';
import { answersForMissing, type Invocation } from './command.ts';
import { contentDetails } from './content-details.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/**
 * Shows what somebody else changed in the target since it was applied: each field with ours, the live value, who wrote it
 * and when. What the bundle itself changed is `plan`'s. Exits 2 when there is drift, and 3 when something was not looked
 * at: nobody is told that all is well then, unless by `--without-charts`.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  return await withTarget(collected, invocation, host, async (target) => {
    const planned = await planFor(collected.ordered, target, { depth: invocation.options['deep'] === true ? 'deep' : 'full', signal: host.signal });
    const { plan } = planned;
    const drift = driftOf(plan);
    host.err.write(problemText([...plan.conflicts, ...plan.warnings], invocation.palettes.err));
    if (invocation.output === 'json') {
      const { environment, target: at, missing, conflicts } = plan;
      host.out.write(canonicalJson({ schema: 2, environment, target: at, drift: drift.changes.map(shownChange), held: [...drift.held, ...drift.blocked].map(shownHeld), missing, conflicts }));
    } else {
      const palette = invocation.palettes.out;
      host.out.write(driftText(plan, drift, palette, await contentDetails(planned, target, palette, { updates: false })));
    }
    return exitOf(plan, drift, invocation);
  });
}

function exitOf({ conflicts, missing }: Plan, { changes, held, blocked }: Drift, invocation: Invocation): ExitCode {
  const unseen = missing.length + blocked.length > 0 && !answersForMissing(invocation);
  if (conflicts.length > 0 || unseen) return exitCodes.decision;
  return changes.length + held.length > 0 ? exitCodes.changes : exitCodes.done;
}
