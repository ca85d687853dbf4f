import { canonicalJson, exitCodes, type ExitCode, ProblemsError, yamlText } from '@bud-o11y/model';
import { clusterOf } from '../charts/template.ts';
import type { Host } from '../host.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import { bindCommands } from '../rbac/bindings.ts';
import { bareNamespaces } from '../rbac/namespaces.ts';
import { rolesFor } from '../rbac/roles.ts';
import { countText } from '../report/count-text.ts';
import { printable } from '../report/printable.ts';
import { clusterObjects, missingText } from './cluster-objects.ts';
import { collectSound } from './collect.ts';
import type { Invocation } from './command.ts';

/**
 * Prints the least-privilege roles of an environment, from the objects that it has, after the Namespaces that they lie in:
 * a new cluster takes it as it is. Binding them is an administrator's decision; the commands are in the comment.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const collected = await collectSound(invocation.environment, host);
  clusterOf(collected.environment);
  const { objects, missing, problems } = await clusterObjects(collected, invocation, host);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  const { requiredSecrets } = await import('@bud-o11y/helm-values');
  const roles = rolesFor(objects, collected.environment, requiredSecrets(collected.environment).map(({ name }) => name));
  host.err.write(printable(missingText(missing)));
  host.err.write(`${countText(roles.length, 'role')} for ${collected.environment.name}${missing.length === 0 ? '' : ', without what the missing releases need'}; the roles named bootstrap are for the first apply and for changes of rights\n`);
  const items = [...bareNamespaces(objects), ...roles];
  if (invocation.output === 'json') host.out.write(canonicalJson({ apiVersion: 'v1', kind: 'List', items }));
  else host.out.write(printable(`${preface(roles, collected.environment.name)}${items.map((item) => yamlText(item)).join('---\n')}`));
  return exitCodes.done;
}

function preface(roles: readonly KubernetesObject[], environment: string): string {
  const lines = [
    `npx bud-o11y rbac -e ${environment} | kubectl apply --server-side -f -`,
    'Then bind who applies (a service account with --serviceaccount=<namespace>:<name> in place of --user):',
    ...bindCommands(roles).map((command) => `  ${command}`),
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}
