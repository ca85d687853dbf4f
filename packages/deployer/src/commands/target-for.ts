import { isAbsolute, resolve } from 'node:path';
import { AppError, type Environment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { systemHolders } from '../targets/directory/holder.ts';
import { directoryTarget } from '../targets/directory/index.ts';
import { programLayout, programLoads } from '../targets/directory/layout.ts';
import type { Target } from '../targets/target.ts';
import type { Collected } from './collect.ts';
import { clusterOptions, flagName, type Invocation, optionText, pathOption } from './command.ts';
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
  assertNoClusterFlags(environment, invocation);
  const root = rootFor(environment, invocation, host);
  await assertOwnFolder(root, host);
  return await use(directoryTarget({ root, environment: environment.name, layout: programLayout, loads: programLoads, fileSystem: host.fileSystem, holders: systemHolders(host.processes) }));
}

/** Whoever names a cluster means one: a folder in its place must not pass for it. */
function assertNoClusterFlags({ name }: Environment, invocation: Invocation): void {
  const given = clusterOptions.map(flagName).filter((flag) => invocation.options[flag] !== undefined);
  if (given.length === 0) return;
  const flags = given.map((flag) => `--${flag}`).join(' and ');
  const fix = optionText(invocation, 'directory') === undefined ? 'or name an environment of a cluster with -e' : 'or leave out --directory';
  throw new AppError('usage', `${flags} ${given.length === 1 ? 'is' : 'are'} about a cluster, and ${name} applies to a folder here`, { fix: `leave ${given.length === 1 ? 'it' : 'them'} out, ${fix}` });
}

function rootFor({ target }: Environment, invocation: Invocation, host: Host): string {
  const asked = pathOption(invocation, 'directory');
  if (asked !== undefined) return resolve(host.cwd, asked);
  const path = target.kind === 'directory' ? target.path : '';
  return isAbsolute(path) ? path : resolve(host.workspace, path);
}
