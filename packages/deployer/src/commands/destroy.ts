import { AppError, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import { collectBundle } from '../bundle.ts';
import type { Host } from '../host.ts';
import { countText } from '../report/count-text.ts';
import { printable } from '../report/printable.ts';
import { applyTo } from './apply-to.ts';
import type { Collected } from './collect.ts';
import { type Invocation, optionText } from './command.ts';
import { junitListener } from './junit-file.ts';
import { planFor } from './plan-for.ts';
import { withTarget } from './target-for.ts';

/**
 * Deletes everything that the inventory of an environment lists, last wave first; what holds the work of others
 * (Namespaces, definitions, volumes) is kept and named. Wants the environment's name typed.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  const nothing: Collected = { environment, ...collectBundle(environment.name, [], new Set()) };
  return await withTarget({ environment }, invocation, host, async (target) => {
    const { plan } = await planFor([], target, { depth: 'quick', signal: host.signal });
    const deletions = plan.changes.filter((change) => change.action === 'delete').length;
    host.err.write(printable(`${countText(deletions, 'object')} of ${environment.name} in ${plan.target.kind} ${plan.target.address} would be deleted\n`));
    for (const { address, why } of plan.kept) host.err.write(printable(`kept: ${address} (${why})\n`));
    if (plan.changes.length === 0) {
      host.err.write('there is nothing to delete\n');
      return exitCodes.done;
    }
    const typed = optionText(invocation, 'name') ?? (await host.ask?.(`type the name of the environment to delete them: `));
    if (typed !== environment.name) throw new AppError('confirmation', typed === undefined ? `nobody has confirmed the deletion of ${environment.name}` : `${JSON.stringify(typed)} is not ${environment.name}: nothing was deleted`, { fix: `type the name, or give it with --name ${environment.name}` });
    const junit = await junitListener(invocation, host, environment.name);
    return await junit.writeAfter(async () => await applyTo({ collected: nothing, target, invocation, host, destroying: true, listen: junit.listen }));
  });
}
