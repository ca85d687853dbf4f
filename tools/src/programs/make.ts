import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Recipe, Source } from './recipe.ts';
import { unpackDebian } from './sources/debian.ts';
import { buildGo, buildGoModule } from './sources/go.ts';
import { unpackNpm } from './sources/npm.ts';
import { installSystemPackage } from './sources/system.ts';
import { type Workshop, lastLines, step } from './sources/workshop.ts';

/**
 * Makes a program from one source below `folder` and moves it to `target` in one step, after what belongs beside it, so
 * that an interrupted install never leaves half a program. Returns undefined, or why it could not be had.
 */
export async function make(recipe: Recipe, source: Source, target: string, folder: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const workshop = { folder, env };
  await mkdir(folder, { recursive: true });
  try {
    const reason = await makeFrom(source, recipe.name, workshop);
    if (reason !== undefined) return reason;
    const proof = await step(workshop, join(folder, recipe.name), recipe.versionArguments ?? ['--version']);
    if (!proof.output.includes(source.version)) return `the program does not say that it is ${source.version}: ${lastLines(proof.output)}`;
    await mkdir(dirname(target), { recursive: true });
    for (const name of [besideOf(source), recipe.name].filter((file) => file !== undefined)) await rename(join(folder, name), join(dirname(target), name));
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function makeFrom(source: Source, name: string, workshop: Workshop): Promise<string | undefined> {
  if (source.from === 'go') return buildGo(source, name, workshop);
  if (source.from === 'go-module') return buildGoModule(source, name, workshop);
  if (source.from === 'system') return installSystemPackage(source, name, workshop);
  return source.from === 'debian' ? unpackDebian(source, name, workshop) : unpackNpm(source, name, workshop);
}

function besideOf(source: Source): string | undefined {
  return source.from === 'go' ? source.beside?.name : undefined;
}
