import { canonicalJson, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { countText } from '../report/count-text.ts';
import { shownChange, shownHeld } from '../report/plan-json.ts';
import { changeText, heldText } from '../report/plan-text.ts';
import { fieldsText } from '../report/fields-text.ts';
import { printable } from '../report/printable.ts';
import { problemText } from '../report/problem-text.ts';
import { collectSound } from './collect.ts';
import type { Invocation } from './command.ts';
import { contentDetails } from './content-details.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/**
 * Shows what somebody else changed in the target since it was applied: each field with ours, the live value, who wrote it
 * and when. What the bundle itself changed is `plan`'s. Exits 2 when there is drift.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  return await withTarget(collected, invocation, host, async (target) => {
    const planned = await planFor(collected.ordered, target, { depth: invocation.options['deep'] === true ? 'deep' : 'full', signal: host.signal });
    const { plan } = planned;
    const drifted = plan.changes.filter((change) => change.drift !== undefined || change.action === 'takeBack');
    const disputed = plan.held.filter((held) => held.reason === 'dispute');
    const palette = invocation.palettes.out;
    host.err.write(problemText([...plan.conflicts, ...plan.warnings], invocation.palettes.err));
    if (invocation.output === 'json') {
      host.out.write(canonicalJson({ schema: 1, environment: plan.environment, target: plan.target, drift: drifted.map(shownChange), disputes: disputed.map(shownHeld) }));
    } else {
      const detail = await contentDetails(planned, target, palette, { updates: false });
      host.out.write([
        ...drifted.map((change) => `${changeText(change, palette)}\n${detail(change)}`),
        ...disputed.map((held) => `${heldText(held, palette)}\n${fieldsText(held.fields ?? [], palette, '       ')}`),
        `${palette.strong(plan.environment)}: ${printable(driftText(drifted.length, disputed.length))}\n`,
      ].join(''));
    }
    if (plan.conflicts.length > 0) return exitCodes.decision;
    return drifted.length + disputed.length > 0 ? exitCodes.changes : exitCodes.done;
  });
}

function driftText(drifted: number, disputed: number): string {
  if (drifted + disputed === 0) return 'no drift';
  return [drifted > 0 ? `${countText(drifted, 'object was', 'objects were')} changed by others: \`apply\` takes them back` : '', disputed > 0 ? `${countText(disputed, 'object is', 'objects are')} in dispute: somebody has to decide` : ''].filter((part) => part !== '').join('; ');
}
