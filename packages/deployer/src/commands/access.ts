import { canonicalJson, exitCodes, type ExitCode } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { countText } from '../report/count-text.ts';
import { printable } from '../report/printable.ts';
import { collectSound } from './collect.ts';
import type { Invocation } from './command.ts';

/** Prints the access artifacts, which are the requests themselves. Nothing is sent and nothing enforces them (decisions 9). */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const { bundle } = await collectSound(invocation.environment, host);
  const access = bundle.artifacts.filter((artifact) => artifact.kind === 'access');
  host.err.write(`${countText(access.length, 'set')} of requests for ${bundle.environment}; bud-o11y does not send them: an administrator of Grafana does\n`);
  if (invocation.output === 'json') host.out.write(canonicalJson(access.map(({ name, data }) => ({ name, requests: data }))));
  else host.out.write(access.map(({ name, source, text }) => `# ${name} (${source})\n${printable(text)}`).join('---\n'));
  return exitCodes.done;
}
