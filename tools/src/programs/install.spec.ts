import { chmod, mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type InstallFolders, cachedProgram, install } from './install.ts';
import type { Recipe } from './recipe.ts';
import { recipes } from './recipes/index.ts';

const recipe: Recipe = { name: 'tool', version: '1.2.3', moduleVersion: 'v1.2.3', package: 'example.test/tool', versionVariable: 'main.version', byDefault: true, purpose: 'a test' };

describe('install', () => {
  let folder: string;
  let folders: InstallFolders;
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'install-'));
    folders = { bin: join(folder, 'bin'), cache: join(folder, 'cache'), platform: 'linux-x64' };
    await mkdir(join(folder, 'path'));
    env = { PATH: join(folder, 'path') };
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** A stand-in for the go command: `build` runs the given shell lines in the module's folder. */
  const putGo = async (build: string): Promise<void> => {
    const file = join(folder, 'path', 'go');
    await writeFile(file, `#!/bin/sh\nPATH=/usr/bin:/bin\nif [ "$1" = build ]; then\n${build}\nfi\n`);
    await chmod(file, 0o755);
  };
  const builds = (version: string): string => `printf '#!/bin/sh\\necho tool ${version}\\n' > tool; chmod 755 tool`;
  const leftBehind = (): Promise<string[]> => readdir(join(folders.cache, 'work'));

  it('builds, keeps the program outside the checkout and links it', async () => {
    await putGo(builds('1.2.3'));
    expect(await install(recipe, folders, env)).toEqual({ recipe, state: 'built' });
    expect(await readlink(join(folders.bin, 'tool'))).toBe(cachedProgram(folders, recipe));
    expect(await leftBehind()).toEqual([]);
  });

  it('takes the kept program the next time, without Go', async () => {
    await putGo(builds('1.2.3'));
    await install(recipe, folders, env);
    await rm(join(folder, 'path', 'go'));
    await rm(folders.bin, { recursive: true });
    expect(await install(recipe, folders, env)).toEqual({ recipe, state: 'cached' });
    expect(await readlink(join(folders.bin, 'tool'))).toBe(cachedProgram(folders, recipe));
  });

  it.each([
    { name: 'there is no Go', go: undefined, reason: /Go is not on the PATH/ },
    { name: 'the build fails', go: 'echo "no such module" >&2; exit 1', reason: /`go build -trimpath` failed: no such module/ },
    { name: 'the program is of another version', go: builds('9.9.9'), reason: /does not say that it is 1\.2\.3: tool 9\.9\.9/ },
  ])('says why when $name, and keeps nothing', async ({ go, reason }) => {
    if (go !== undefined) await putGo(go);
    const result = await install(recipe, folders, env);
    expect(result.state).toBe('missing');
    expect(result.reason).toMatch(reason);
    expect(await leftBehind()).toEqual([]);
    await expect(readlink(join(folders.bin, 'tool'))).rejects.toThrow('ENOENT');
  });
});

describe('recipes', () => {
  it('are in name order, each once, pinned', () => {
    const names = recipes.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    for (const { version, moduleVersion } of recipes) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(moduleVersion).toMatch(/^v\d+\.\d+\.\d+$/);
    }
  });
});
