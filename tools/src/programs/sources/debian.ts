import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DebianSource } from '../recipe.ts';
import { type Workshop, lastLines, step } from './workshop.ts';

/** Takes a program out of a Debian package without installing it: no root, no service that starts. Returns undefined, or why not. */
export async function unpackDebian(source: DebianSource, name: string, workshop: Workshop): Promise<string | undefined> {
  if (!(await step(workshop, 'dpkg-deb', ['--version'])).ok) return 'the machine has no Debian packages';
  const fetched = await step(workshop, 'apt-get', ['download', source.package]);
  if (!fetched.ok) return `\`apt-get download ${source.package}\` failed: ${lastLines(fetched.output)}`;
  const file = (await readdir(workshop.folder)).find((entry) => entry.endsWith('.deb'));
  if (file === undefined) return `\`apt-get download ${source.package}\` left no package behind`;
  const unpacked = await step(workshop, 'dpkg-deb', ['-x', file, 'unpacked']);
  if (!unpacked.ok) return `\`dpkg-deb -x\` failed: ${lastLines(unpacked.output)}`;
  return copyFile(join(workshop.folder, 'unpacked', source.file), join(workshop.folder, name)).then(() => undefined, (error: unknown) => `the package has no ${source.file}: ${String(error)}`);
}
