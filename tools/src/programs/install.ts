import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { buildGo } from './build-go.ts';
import type { Recipe } from './recipe.ts';

/** How one program came out: `reason` says why it is missing. */
export interface Installed {
  readonly recipe: Recipe;
  readonly state: 'cached' | 'built' | 'missing';
  readonly reason?: string;
}

/** Where an install puts things: `bin` is the checkout's .tools/bin, `cache` lies outside the checkout and is shared by all of them. */
export interface InstallFolders {
  readonly bin: string;
  readonly cache: string;
  /** Kind of machine that the programs run on: `linux-x64`. */
  readonly platform: string;
}

/** Where a built program is kept: one folder per name, version and machine kind, so that versions live side by side. */
export function cachedProgram({ cache, platform }: Pick<InstallFolders, 'cache' | 'platform'>, recipe: Recipe): string {
  return join(cache, recipe.name, `${recipe.version}-${platform}`, recipe.name);
}

/** Takes a program from the cache, or builds it there, and links it into `bin`. Never rejects for a program that cannot be had. */
export async function install(recipe: Recipe, folders: InstallFolders, env: NodeJS.ProcessEnv): Promise<Installed> {
  const cached = cachedProgram(folders, recipe);
  const wasThere = await isExecutable(cached);
  if (!wasThere) {
    const reason = await buildGo(recipe, cached, join(folders.cache, 'work', `${recipe.name}-${randomUUID()}`), env);
    if (reason !== undefined) return { recipe, state: 'missing', reason };
  }
  await link(cached, join(folders.bin, recipe.name));
  return { recipe, state: wasThere ? 'cached' : 'built' };
}

async function link(program: string, name: string): Promise<void> {
  await mkdir(join(name, '..'), { recursive: true });
  const fresh = `${name}.${randomUUID()}`;
  await symlink(program, fresh);
  await rename(fresh, name);
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(() => true, () => false);
}
