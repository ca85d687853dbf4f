import { randomBytes } from 'node:crypto';
import { canonicalJson, exitCodes, type ExitCode, readEnvironment } from '@bud-o11y/model';
import { clusterOf } from '../charts/template.ts';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';
import { readClusterIdentity } from '../targets/kubernetes/identity.ts';
import { pinIdentity } from '../targets/kubernetes/pin.ts';
import { identitiesFile, withApi } from './cluster.ts';
import type { Invocation } from './command.ts';

/** Writes down which cluster an environment is, by the identity that the current context leads to. Edits that one file only. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  clusterOf(environment);
  const file = identitiesFile(invocation, host);
  return await withApi(environment, invocation, host, async (api) => {
    const { uid, server, version } = await readClusterIdentity(api);
    const done = await pinIdentity(host.fileSystem, file, environment.name, uid, `${host.processes.pid}-${randomBytes(4).toString('hex')}`);
    if (invocation.output === 'json') host.out.write(canonicalJson({ environment: environment.name, uid, server, version, pinned: done === 'pinned' }));
    else host.out.write(printable(`${environment.name} ${done === 'pinned' ? 'is now' : 'was already'} pinned to the cluster ${uid} (${server}, ${version})\n${done === 'pinned' ? `review and commit ${file}\n` : ''}`));
    return exitCodes.done;
  });
}
