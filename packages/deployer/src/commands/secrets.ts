import { canonicalJson, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import { clusterOf } from '../charts/template.ts';
import type { Host } from '../host.ts';
import { textTable } from '../report/tally-table.ts';
import type { Invocation } from './command.ts';

/** Lists the Secrets that must be there before an environment is applied: names, keys and readers. No value is known here. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  clusterOf(environment);
  const { requiredSecrets } = await import('@bud-o11y/helm-values');
  const namespace = environment.namespaces.observability;
  const secrets = requiredSecrets(environment).map(({ name, keys, usedBy }) => ({ namespace, name, keys, usedBy }));
  host.err.write(`${secrets.length} Secrets must be in ${namespace} before ${environment.name} is applied; bud-o11y reads and writes none of them\n`);
  if (invocation.output === 'json') host.out.write(canonicalJson(secrets));
  else host.out.write(textTable([['secret', 'key', 'read by'], ...secrets.flatMap(({ name, keys, usedBy }) => keys.map((key) => [name, key, usedBy]))], invocation.palettes.out));
  return exitCodes.done;
}
