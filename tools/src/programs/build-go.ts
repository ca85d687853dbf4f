import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Recipe } from './recipe.ts';
import { run } from './run.ts';

const stepLimitMs = 30 * 60_000;

/**
 * Builds a recipe in a Go module of its own below `workFolder` and moves the finished program to `target` in one step, so
 * that an interrupted build never leaves half a program. Returns undefined, or why it could not be built.
 */
export async function buildGo(recipe: Recipe, target: string, workFolder: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const options = { cwd: workFolder, env: { ...env, CGO_ENABLED: '0' }, timeoutMs: stepLimitMs };
  await mkdir(workFolder, { recursive: true });
  try {
    const found = await run('go', ['version'], options);
    if (!found.ok) return 'Go is not on the PATH: install Go 1.26 or newer, then run `npm run tools` again';
    await writeFile(join(workFolder, 'go.mod'), `module local/${recipe.name}\n`);
    for (const args of stepsOf(recipe)) {
      const step = await run('go', args, options);
      if (!step.ok) return `\`go ${args.slice(0, 2).join(' ')}\` failed: ${lastLines(step.output)}`;
    }
    const proof = await run(join(workFolder, recipe.name), ['--version'], options);
    if (!proof.output.includes(recipe.version)) return `the built program does not say that it is ${recipe.version}: ${lastLines(proof.output)}`;
    await mkdir(dirname(target), { recursive: true });
    await rename(join(workFolder, recipe.name), target);
    return undefined;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

function stepsOf(recipe: Recipe): readonly (readonly string[])[] {
  const flags = `-s -w -X ${recipe.versionVariable}=${recipe.version}`;
  return [
    ['get', '-tool', `${recipe.package}@${recipe.moduleVersion}`],
    ['build', '-trimpath', '-buildvcs=false', `-ldflags=${flags}`, '-o', recipe.name, recipe.package],
  ];
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' | ');
}
