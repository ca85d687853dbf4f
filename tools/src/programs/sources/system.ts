import { access, constants, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SystemSource } from '../recipe.ts';
import { type Workshop, lastLines, step } from './workshop.ts';

/**
 * Installs a Debian package with all that it needs, unless the machine has the program, and leaves a link to it: a kept
 * link is worth as much as the program behind it, so that another machine with the same cache installs it again.
 * Returns undefined, or why not.
 */
export async function installSystemPackage(source: SystemSource, name: string, workshop: Workshop): Promise<string | undefined> {
  if (!(await isExecutable(source.file))) {
    const reason = await aptInstall(source.package, workshop);
    if (reason !== undefined) return reason;
  }
  await symlink(source.file, join(workshop.folder, name));
  return undefined;
}

async function aptInstall(name: string, workshop: Workshop): Promise<string | undefined> {
  if (!(await step(workshop, 'apt-get', ['--version'])).ok) return 'the machine has no Debian packages';
  if ((await step(workshop, 'id', ['-u'])).output.trim() !== '0') return `only root may install the Debian package ${name}`;
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', name]]) {
    const ran = await step(workshop, 'apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
    if (!ran.ok) return `\`apt-get ${args[0]}\` failed: ${lastLines(ran.output)}`;
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(() => true, () => false);
}
