import { canonicalJson, exitCodes, type ExitCode, ProblemsError, yamlText } from '@bud-o11y/model';
import { clusterOf } from '../charts/template.ts';
import type { Host } from '../host.ts';
import { rolesFor } from '../rbac/roles.ts';
import { countText } from '../report/count-text.ts';
import { printable } from '../report/printable.ts';
import { clusterObjects, missingText } from './cluster-objects.ts';
import { collectSound } from './collect.ts';
import type { Invocation } from './command.ts';

/** Prints the least-privilege roles of an environment, from the objects that it has. Binding them is an administrator's decision. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  clusterOf(collected.environment);
  const { objects, missing, problems } = await clusterObjects(collected, invocation, host);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  const roles = rolesFor(objects, collected.environment);
  host.err.write(printable(missingText(missing)));
  host.err.write(`${countText(roles.length, 'role')} for ${collected.environment.name}${missing.length === 0 ? '' : ', without what the missing releases need'}; the roles named bootstrap are for the first apply and for changes of rights\n`);
  if (invocation.output === 'json') host.out.write(canonicalJson({ apiVersion: 'v1', kind: 'List', items: roles }));
  else host.out.write(printable(roles.map((role) => yamlText(role)).join('---\n')));
  return exitCodes.done;
}
