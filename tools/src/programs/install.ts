import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, constants, mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { make } from './make.ts';
import type { Recipe, Source } from './recipe.ts';

/** How one program came out: `reason` says why it is missing. */
export interface Installed {
  readonly recipe: Recipe;
  readonly state: 'cached' | 'built' | 'missing';
  /** Version that is there, or of the first source when none is. */
  readonly version: string;
  readonly reason?: string;
}

/** Where an install puts things: `bin` is the checkout's .tools/bin, `cache` lies outside the checkout and is shared by all of them. */
export interface InstallFolders {
  readonly bin: string;
  readonly cache: string;
  /** Kind of machine that the programs run on: `linux-x64`. */
  readonly platform: string;
}

/** Where a program is kept: one folder per name, version and machine kind, so that versions live side by side; one of our own Go files, per content of them too. */
export function cachedProgram({ cache, platform }: Pick<InstallFolders, 'cache' | 'platform'>, { name }: Recipe, source: Source): string {
  return join(cache, name, `${source.version}${ownContent(source)}-${platform}`, name);
}

function ownContent(source: Source): string {
  if (source.from !== 'go-module' || source.files === undefined) return '';
  const hash = createHash('sha256');
  for (const file of ['go.sum', ...source.files]) hash.update(readFileSync(join(source.folder, file)));
  return `-${hash.digest('hex').slice(0, 12)}`;
}

/** Takes a program from the cache or makes it there, from the first source that works, and links it into `bin`. Never rejects for a program that cannot be had. */
export async function install(recipe: Recipe, folders: InstallFolders, env: NodeJS.ProcessEnv): Promise<Installed> {
  const reasons: string[] = [];
  for (const source of recipe.sources) {
    const target = cachedProgram(folders, recipe, source);
    const wasThere = await isExecutable(target);
    const reason = wasThere ? undefined : await make(recipe, source, target, join(folders.cache, 'work', `${recipe.name}-${randomUUID()}`), env);
    if (reason === undefined) {
      await link(target, join(folders.bin, recipe.name));
      return { recipe, state: wasThere ? 'cached' : 'built', version: source.version };
    }
    reasons.push(reason);
  }
  return { recipe, state: 'missing', version: recipe.sources[0].version, reason: reasons.join('; ') };
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
