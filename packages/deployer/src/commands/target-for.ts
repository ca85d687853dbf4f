import { isAbsolute, resolve } from 'node:path';
import type { Environment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { systemHolders } from '../targets/directory/holder.ts';
import { directoryTarget } from '../targets/directory/index.ts';
import { programLayout, programLoads } from '../targets/directory/layout.ts';
import type { Target } from '../targets/target.ts';
import type { Collected } from './collect.ts';
import { type Invocation, optionText, pathOption } from './command.ts';
import { assertOwnFolder } from './own-folder.ts';

/** What a target is opened for: a rendered environment, or only its name and settings. */
export type Subject = Pick<Collected, 'environment'> & Partial<Collected>;

/** Whether a verb works on a cluster: the environment says so, and no `--directory` says otherwise. */
export function isCluster({ target }: Environment, invocation: Invocation): boolean {
  return target.kind === 'kubernetes' && optionText(invocation, 'directory') === undefined;
}

/**
 * Opens the target of an environment (the folder of `--directory`, else what the environment names), and closes it
 * after the function. A cluster is known to be the right one before anything else is read from it.
 */
export async function withTarget<T>(subject: Subject, invocation: Invocation, host: Host, use: (target: Target) => Promise<T>): Promise<T> {
  const { environment } = subject;
  if (isCluster(environment, invocation)) {
    const { withClusterTarget } = await import('./cluster-target.ts');
    return await withClusterTarget(subject, invocation, host, use);
  }
  const root = rootFor(environment, invocation, host);
  await assertOwnFolder(root, host);
  return await use(directoryTarget({ root, environment: environment.name, layout: programLayout, loads: programLoads, fileSystem: host.fileSystem, holders: systemHolders(host.processes) }));
}

function rootFor({ target }: Environment, invocation: Invocation, host: Host): string {
  const asked = pathOption(invocation, 'directory');
  if (asked !== undefined) return resolve(host.cwd, asked);
  const path = target.kind === 'directory' ? target.path : '';
  return isAbsolute(path) ? path : resolve(host.workspace, path);
}
