import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type InstallFolders, cachedProgram, install } from './install.ts';
import type { Recipe } from './recipe.ts';
import { recipes } from './recipes/index.ts';

const source = { from: 'go', version: '1.2.3', moduleVersion: 'v1.2.3', package: 'example.test/tool', versionVariable: 'main.version' } as const;
const recipe: Recipe = { name: 'tool', sources: [source], byDefault: true, purpose: 'a test' };

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
    expect(await install(recipe, folders, env)).toEqual({ recipe, state: 'built', version: '1.2.3' });
    expect(await readlink(join(folders.bin, 'tool'))).toBe(cachedProgram(folders, recipe, source));
    expect(await leftBehind()).toEqual([]);
  });

  it('puts generated files that a module lacks where the build finds them', async () => {
    await putGo(`[ -f vendor/example.test/tool/ui/index.html ] || exit 1\n${builds('1.2.3')}`);
    expect(await install({ ...recipe, sources: [{ ...source, lacks: ['example.test/tool/ui/index.html'] }] }, folders, env)).toMatchObject({ state: 'built' });
    expect(await install({ ...recipe, name: 'plain' }, folders, env)).toMatchObject({ state: 'missing' });
  });

  it('takes the kept program the next time, without Go', async () => {
    await putGo(builds('1.2.3'));
    await install(recipe, folders, env);
    await rm(join(folder, 'path', 'go'));
    await rm(folders.bin, { recursive: true });
    expect(await install(recipe, folders, env)).toEqual({ recipe, state: 'cached', version: '1.2.3' });
    expect(await readlink(join(folders.bin, 'tool'))).toBe(cachedProgram(folders, recipe, source));
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

describe('a program of our own Go files', () => {
  it('is another one when a file changes', async () => {
    const module = await mkdtemp(join(tmpdir(), 'own-'));
    for (const file of ['go.mod', 'go.sum', 'main.go']) await writeFile(join(module, file), file);
    const own = { from: 'go-module', version: '1.2.3', package: '.', folder: module, files: ['main.go'], variables: {} } as const;
    const kept = (): string => cachedProgram({ cache: 'cache', platform: 'linux-x64' }, recipe, own);
    const before = kept();
    expect(kept()).toBe(before);
    await writeFile(join(module, 'main.go'), 'changed');
    expect(kept()).not.toBe(before);
    await rm(module, { recursive: true });
  });
});

describe('a recipe with two sources', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'install-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(join(folder, 'path'), { recursive: true });
    await writeFile(join(folder, 'path', name), `#!/bin/sh\nPATH=/usr/bin:/bin\n${text}\n`, { mode: 0o755 });
  };
  const twice: Recipe = { ...recipe, sources: [{ from: 'debian', version: '0.9.0', package: 'tool-package', file: 'usr/bin/tool' }, source] };
  const folders = (): InstallFolders => ({ bin: join(folder, 'bin'), cache: join(folder, 'cache'), platform: 'linux-x64' });
  const env = (): NodeJS.ProcessEnv => ({ PATH: join(folder, 'path') });
  const says = (version: string): string => `printf '#!/bin/sh\\necho tool ${version}\\n'`;

  it('takes the program out of a Debian package', async () => {
    await put('apt-get', 'touch tool.deb');
    await put('dpkg-deb', `if [ "$1" = -x ]; then mkdir -p unpacked/usr/bin; ${says('0.9.0')} > unpacked/usr/bin/tool; chmod 755 unpacked/usr/bin/tool; fi`);
    expect(await install(twice, folders(), env())).toMatchObject({ state: 'built', version: '0.9.0' });
  });

  it('goes on to the second when the first cannot be had, and says why of both when neither can', async () => {
    await put('go', `if [ "$1" = build ]; then ${says('1.2.3')} > tool; chmod 755 tool; fi`);
    expect(await install(twice, folders(), env())).toMatchObject({ state: 'built', version: '1.2.3' });
    await rm(join(folder, 'cache'), { recursive: true });
    await rm(join(folder, 'path', 'go'));
    expect(await install(twice, folders(), env())).toMatchObject({ state: 'missing', reason: expect.stringMatching(/no Debian packages; Go is not on the PATH/) });
  });

  it('installs a package with what it needs, and again on a machine that has the kept link alone', async () => {
    const file = join(folder, 'system/tool');
    const system: Recipe = { ...recipe, sources: [{ from: 'system', version: 'tool', package: 'tool-package', file }] };
    await put('apt-get', `echo "$@" >> ${join(folder, 'asked')}; if [ "$1" = install ]; then mkdir -p ${join(folder, 'system')}; ${says('7')} > ${file}; chmod 755 ${file}; fi`);
    await put('id', 'echo 0');
    expect(await install(system, folders(), env())).toMatchObject({ state: 'built', version: 'tool' });
    expect(await install(system, folders(), env())).toMatchObject({ state: 'cached' });
    await rm(file);
    expect(await install(system, folders(), env())).toMatchObject({ state: 'built' });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('--version\nupdate\ninstall --yes --no-install-recommends tool-package\n'.repeat(2));
    await rm(file);
    await put('id', 'echo 1000');
    expect(await install(system, folders(), env())).toMatchObject({ state: 'missing', reason: 'only root may install the Debian package tool-package' });
  });

  it('has what belongs beside the program before the program', async () => {
    const withFile: Recipe = { ...recipe, sources: [{ ...source, beside: { name: 'tool.yaml', module: 'example.test/tool', files: ['a.yaml', 'b.yaml'] } }] };
    await mkdir(join(folder, 'module'));
    await writeFile(join(folder, 'module/a.yaml'), 'a: 1\n');
    await writeFile(join(folder, 'module/b.yaml'), 'b: 2\n');
    await put('go', `case "$1" in build) ${says('1.2.3')} > tool; chmod 755 tool;; list) echo ${join(folder, 'module')};; esac`);
    expect(await install(withFile, folders(), env())).toMatchObject({ state: 'built' });
    expect(await readFile(join(folder, 'cache/tool/1.2.3-linux-x64/tool.yaml'), 'utf8')).toBe('a: 1\n---\nb: 2\n');
  });
});

describe('recipes', () => {
  it('are in name order, each once, pinned', () => {
    const names = recipes.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    for (const source of recipes.flatMap(({ sources }) => sources)) {
      // What the distribution installs has the version that it has.
      if (source.from !== 'system') expect(source.version).toMatch(/^\d+\.\d+\.\d+$/);
      if (source.from === 'go') expect(source.moduleVersion).toMatch(/^v\d+\.\d+\.\d+$/);
      if (source.from === 'npm') expect(source.package).toMatch(/.@\d+\.\d+\.\d+$/);
    }
  });
});
