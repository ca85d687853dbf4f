import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GoModuleSource, GoSource } from '../recipe.ts';
import { type Workshop, lastLines, step, steps } from './workshop.ts';

const noGo = 'Go is not on the PATH: install Go 1.26 or newer, then run `npm run tools` again';

/** Builds a program as a Go module of its own. Returns undefined, or why it could not be built. */
export async function buildGo(source: GoSource, name: string, workshop: Workshop): Promise<string | undefined> {
  if (!(await step(workshop, 'go', ['version'])).ok) return noGo;
  await writeFile(join(workshop.folder, 'go.mod'), `module local/${name}\n`);
  const { package: path, moduleVersion, versionVariable, version } = source;
  const variables = versionVariable === undefined ? {} : { [versionVariable]: version };
  const failed = await steps(workshop, 'go', [['get', '-tool', `${path}@${moduleVersion}`]]) ?? await putLacking(source, workshop)
    ?? await steps(workshop, 'go', [build(name, path, variables)], { CGO_ENABLED: '0' });
  return failed ?? await writeBeside(source, workshop);
}

/** A module's own files cannot be added to; a copy of it in `vendor` can, and Go builds from there once it exists. `-e` copies in spite of what is lacking. */
async function putLacking({ lacks = [] }: GoSource, workshop: Workshop): Promise<string | undefined> {
  if (lacks.length === 0) return undefined;
  const failed = await steps(workshop, 'go', [['mod', 'vendor', '-e']]);
  if (failed !== undefined) return failed;
  for (const file of lacks.map((path) => join(workshop.folder, 'vendor', path))) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  return undefined;
}

/** Builds a program in the Go module that the repository keeps for it. */
export async function buildGoModule(source: GoModuleSource, name: string, workshop: Workshop): Promise<string | undefined> {
  if (!(await step(workshop, 'go', ['version'])).ok) return noGo;
  for (const file of ['go.mod', 'go.sum', ...source.files ?? []]) await copyFile(join(source.folder, file), join(workshop.folder, file));
  return steps(workshop, 'go', [build(name, source.package, source.variables)], { CGO_ENABLED: '0' });
}

function build(name: string, path: string, variables: Readonly<Record<string, string>>): readonly string[] {
  const flags = ['-s', '-w', ...Object.entries(variables).map(([variable, value]) => `-X ${variable}=${value}`)].join(' ');
  return ['build', '-trimpath', '-buildvcs=false', `-ldflags=${flags}`, '-o', name, path];
}

async function writeBeside({ beside }: GoSource, workshop: Workshop): Promise<string | undefined> {
  if (beside === undefined) return undefined;
  const found = await step(workshop, 'go', ['list', '-m', '-f', '{{.Dir}}', beside.module]);
  if (!found.ok) return `\`go list -m\` failed: ${lastLines(found.output)}`;
  const texts = await Promise.all(beside.files.map((file) => readFile(join(found.output.trim(), file), 'utf8')));
  await writeFile(join(workshop.folder, beside.name), texts.map((text) => text.trimEnd()).join('\n---\n') + '\n');
  return undefined;
}
