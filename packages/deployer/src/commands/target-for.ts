import { isAbsolute, resolve } from 'node:path';
import { AppError, type Environment } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { systemHolders } from '../targets/directory/holder.ts';
import { directoryTarget } from '../targets/directory/index.ts';
import { programLayout } from '../targets/directory/layout.ts';
import type { Target } from '../targets/target.ts';
import { type Invocation, optionText } from './command.ts';

/**
 * The target of an environment: the folder of `--directory`, else what the environment names.
 * @throws AppError `unsupported` for a target that this version does not have.
 */
export function targetFor(environment: Environment, invocation: Invocation, host: Host): Target {
  return directoryTarget({ root: rootFor(environment, invocation, host), environment: environment.name, layout: programLayout, fileSystem: host.fileSystem, holders: systemHolders(host.processes) });
}

function rootFor(environment: Environment, invocation: Invocation, host: Host): string {
  const asked = optionText(invocation, 'directory');
  if (asked !== undefined) return resolve(host.cwd, asked);
  const { target } = environment;
  if (target.kind === 'directory') return isAbsolute(target.path) ? target.path : resolve(host.workspace, target.path);
  throw new AppError('unsupported', `${environment.name} applies to Kubernetes, and this version has no Kubernetes target yet`, {
    fix: `use --directory <path> to apply ${environment.name} to a folder, or \`bud-o11y render -e ${environment.name} --out <dir>\` to write its files`,
  });
}
