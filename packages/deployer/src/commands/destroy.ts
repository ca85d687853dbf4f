import { AppError, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import { emptyRun } from '../apply/runner.ts';
import { collectBundle } from '../bundle.ts';
import type { Host } from '../host.ts';
import { jsonReporter } from '../report/apply-report.ts';
import { countText } from '../report/count-text.ts';
import { printable } from '../report/printable.ts';
import { applyTo } from './apply-to.ts';
import type { Collected } from './collect.ts';
import { type Invocation, optionText } from './command.ts';
import { type Junit, junitListener } from './junit-file.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/**
 * Deletes everything that the inventory of an environment lists, last wave first; what holds the work of others
 * (Namespaces, definitions, volumes) is kept and named. Wants the environment's name typed.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const junit = await junitListener(invocation, host);
  return await junit.writeAfter(async () => await destroy(invocation, host, junit));
}

async function destroy(invocation: Invocation, host: Host, junit: Junit): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  const nothing: Collected = { environment, ...collectBundle(environment.name, [], new Map()) };
  return await withTarget({ environment }, invocation, host, async (target) => {
    const { plan } = await planFor([], target, { depth: 'quick', signal: host.signal });
    const deletions = plan.changes.filter((change) => change.action === 'delete').length;
    host.err.write(printable(`${countText(deletions, 'object')} of ${environment.name} in ${plan.target.kind} ${plan.target.address} would be deleted\n`));
    for (const { address, why } of plan.kept) host.err.write(printable(`kept: ${address} (${why})\n`));
    if (plan.changes.length === 0) {
      host.err.write('there is nothing to delete\n');
      if (invocation.output === 'json') emptyRun(plan, jsonReporter(host));
      return exitCodes.done;
    }
    await confirm(environment.name, invocation, host);
    return await applyTo({ collected: nothing, target, invocation, host, destroying: true, listen: junit.listen });
  });
}

/** @throws AppError `confirmation` when something else was typed, or nothing; `cancelled` for a Ctrl-C. */
async function confirm(name: string, invocation: Invocation, host: Host): Promise<void> {
  const typed = optionText(invocation, 'name') ?? (await host.ask?.('type the name of the environment to delete them: '));
  if (typed === name) return;
  if (host.signal.aborted) throw new AppError('cancelled', `nothing of ${name} was deleted`);
  throw new AppError('confirmation', typed === undefined ? `nobody has confirmed the deletion of ${name}` : `${JSON.stringify(typed)} is not ${name}: nothing was deleted`, { fix: `type the name, or give it with --name ${name}` });
}
