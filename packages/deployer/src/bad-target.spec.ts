import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { smallBundle } from './fixtures/artifacts.ts';
import { systemFault, watchedFileSystem, type WriteOperation } from './fixtures/faulty-file-system.ts';
import { contents, inTemporaryFolder, runLine, type Said, tree } from './fixtures/host.ts';

const target = '.bud-o11y/local';
const inventory = `${target}/.bud-o11y/inventory`;
const lock = `${target}/.bud-o11y/lock`;
const mimir = `${target}/mimir/mimir.yaml`;

type Options = Partial<Parameters<typeof runLine>[1]>;

/** A workspace with `line` to run in it; revision 1 of the small bundle unless told otherwise. */
async function inWorkspace(test: (run: (line: string, options?: Options) => Promise<Said>, workspace: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (workspace) => await test(async (line, options = {}) => await runLine(line, { workspace, artifacts: smallBundle(), ...options }), workspace));
}

async function plant(workspace: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), text);
}

/** A disk that refuses with `code` from write `at` on, as long as `isFaulty`. */
function faulty(code: 'ENOSPC' | 'EROFS' | 'EACCES', isFaulty: (operation: WriteOperation) => boolean): Options {
  return { fileSystem: watchedFileSystem((operation) => {
    if (isFaulty(operation)) throw systemFault(code, operation.path);
  }) };
}

function holder(over: Record<string, unknown>): string {
  return JSON.stringify({ run: '4711-0a1b2c3d', pid: 4711, host: hostname(), boot: '', started: '', since: '2026-01-01T00:00:00.000Z', ...over });
}

describe('a target folder', () => {
  it.each(['EROFS', 'EACCES', 'ENOSPC'] as const)('that refuses every write (%s): exit 1 before the first one', async (code) => await inWorkspace(async (run) => {
    const said = await run('apply', faulty(code, () => true));
    expect(said).toMatchObject({ exit: 1, err: expect.stringMatching(/cannot write .*\n[^]*fix: /) });
    expect(await run('apply')).toMatchObject({ exit: 0 });
  }));

  it('that fills up in the middle: exit 4, what was there is still whole, the next apply goes on', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    const before = await contents(workspace);
    let writes = 0;
    const said = await run('apply', { artifacts: smallBundle('2'), ...faulty('ENOSPC', ({ verb, path }) => verb === 'writeNew' && path.includes('records') && ++writes > 0) });
    expect(said).toMatchObject({ exit: 4, err: expect.stringMatching(/cannot write \S+\/records\.yaml: the disk is full \(ENOSPC\)/), out: expect.stringMatching(/failed before the end/) });
    const after = await contents(workspace);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after[`${target}/mimir/rules/anonymous/records.yaml`]).toBe(before[`${target}/mimir/rules/anonymous/records.yaml`]);
    expect(await run('apply', { artifacts: smallBundle('2') })).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode', { artifacts: smallBundle('2') })).toMatchObject({ exit: 0 });
  }));

  it('that is a file: exit 3', async () => await inWorkspace(async (run, workspace) => {
    await plant(workspace, target, 'a file');
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/is a file where a folder is wanted/) });
  }));

  it('on another file system', async () => {
    const other = '/dev/shm';
    if (!existsSync(other)) return void process.stderr.write(`skipped: there is no ${other} here\n`);
    const folder = await mkdtemp(join(other, 'bud-o11y-'));
    try {
      await inWorkspace(async (run) => {
        expect(await run(`apply --directory ${folder}`)).toMatchObject({ exit: 0 });
        expect(await run(`apply --directory ${folder}`)).toMatchObject({ exit: 0, out: expect.stringMatching(/no change/) });
      });
    } finally {
      await rm(folder, { recursive: true });
    }
    return undefined;
  });

  it('of another environment: exit 3', async () => await inWorkspace(async (run, workspace) => {
    await run(`apply -e dev --directory ${join(workspace, target)}`);
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/holds the environment dev, not local[^]*target-other-environment|target-other-environment[^]*holds the environment dev, not local/) });
  }));
});

describe('a file in the target', () => {
  it('that is foreign and in the way: exit 3, nothing written', async () => await inWorkspace(async (run, workspace) => {
    await plant(workspace, mimir, 'foreign');
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/mimir\/mimir\.yaml is there already[^]*fix: move/) });
    expect(await contents(workspace)).toEqual({ [mimir]: 'foreign' });
  }));

  it('that was edited by hand: told by status with both digests and the difference, control characters shown, and taken back', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    await plant(workspace, mimir, 'program: \u001b[2Jmimir\npassword: hunter2\n');
    const said = await run('status');
    expect(said).toMatchObject({ exit: 0, out: expect.stringMatching(/changed by hand \(we wrote [0-9a-f]{12}, there is [0-9a-f]{12}\)[^]*program: \\x1b\[2Jmimir[^]*not in sync/) });
    expect(said.out).not.toContain('hunter2');
    expect(said.out).not.toContain('\u001b');
    expect(await run('apply')).toMatchObject({ exit: 0 });
    expect(await run('status')).toMatchObject({ out: expect.stringMatching(/^in sync/m) });
  }));

  it.each([
    { what: 'the file', link: mimir },
    { what: 'a folder on the way', link: `${target}/mimir` },
    { what: 'the folder of the inventory', link: `${target}/.bud-o11y` },
    { what: 'the target itself', link: target },
  ])('that is behind a symbolic link at $what: exit 3, the other side is not touched', async ({ link }) => await inWorkspace(async (run, workspace) => {
    await plant(workspace, 'elsewhere/keep.txt', 'mine');
    await mkdir(dirname(join(workspace, link)), { recursive: true });
    await symlink(join(workspace, 'elsewhere'), join(workspace, link));
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/symbolic link[^]*outside the target[^]*fix: /) });
    expect(await contents(workspace)).toEqual({ 'elsewhere/keep.txt': 'mine' });
  }));

  it('is never touched by a second apply: no change, the same times, no lock', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    const before = await tree(workspace);
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/no change/) });
    expect(await tree(workspace)).toEqual(before);
  }));
});

describe('the inventory', () => {
  it('cut short: told, rebuilt from files that equal the rendered ones, nothing deleted', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    await truncate(join(workspace, inventory), 100);
    const fewer = { artifacts: smallBundle().slice(1) };
    expect(await run('apply', fewer)).toMatchObject({ exit: 0, err: expect.stringMatching(/inventory is cut short/) });
    const after = await contents(workspace);
    expect(after[`${target}/grafana/dashboards/Bud Platform/overview.json`]).toBeDefined();
    expect(Object.keys(after).filter((path) => path.includes('.damaged-'))).toHaveLength(1);
    expect(await run('status', fewer)).toMatchObject({ out: expect.stringMatching(/^in sync/m) });
  }));

  it('cut short, and a file that differs: exit 3, nothing written', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    await truncate(join(workspace, inventory), 100);
    const before = await tree(workspace);
    expect(await run('apply', { artifacts: smallBundle('2') })).toMatchObject({ exit: 3, err: expect.stringMatching(/cut short/) });
    expect(await tree(workspace)).toEqual(before);
  }));

  it.each(['../../outside.txt', '/etc/outside', '.bud-o11y/lock'])('that names %s is no inventory: the path is not touched', async (path) => await inWorkspace(async (run, workspace) => {
    await run('apply');
    const text = (await readFile(join(workspace, inventory), 'utf8')).replace('mimir/mimir.yaml', path);
    await plant(workspace, inventory, text);
    await plant(workspace, 'outside.txt', 'mine');
    expect(await run('apply')).toMatchObject({ exit: 0, err: expect.stringMatching(/target-inventory-damaged/) });
    expect((await contents(workspace))['outside.txt']).toBe('mine');
  }));

  it('of a newer version: exit 3', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    await plant(workspace, inventory, (await readFile(join(workspace, inventory), 'utf8')).replace('"schema": 1', '"schema": 2'));
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/newer version/) });
  }));

  it('guards against a mass delete: exit 3 without a reviewed plan, done with one', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    expect(await run('apply', { artifacts: [] })).toMatchObject({ exit: 3, err: expect.stringMatching(/the bundle is empty: all 5/) });
    expect(await run('plan --out plan.json', { artifacts: [] })).toMatchObject({ exit: 0 });
    expect(await run('apply --plan plan.json', { artifacts: [] })).toMatchObject({ exit: 0 });
    expect(Object.keys(await contents(workspace))).toEqual([inventory, 'plan.json']);
  }));
});

describe('the lock', () => {
  it('left by a killed apply is taken over, with a notice', async () => await inWorkspace(async (run, workspace) => {
    await plant(workspace, lock, holder({ boot: 'another boot' }));
    expect(await run('status')).toMatchObject({ exit: 0, out: expect.stringMatching(/lock: run 4711-0a1b2c3d[^]*gone: the next apply/) });
    expect(await run('apply')).toMatchObject({ exit: 0, err: expect.stringMatching(/took over the lock that run 4711-0a1b2c3d/) });
    expect(Object.keys(await contents(workspace))).not.toContain(lock);
  }));

  it('left by a killed apply that had nothing left to do: taken away, every file as it was', async () => await inWorkspace(async (run, workspace) => {
    await run('apply');
    const before = await tree(workspace);
    await plant(workspace, lock, holder({ boot: 'another boot' }));
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/no change/) });
    expect(await tree(workspace)).toEqual(before);
  }));

  it('of a running apply: exit 3, naming the holder; unlock refuses as well', async () => await inWorkspace(async (run, workspace) => {
    await plant(workspace, lock, holder({ pid: 1 }));
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/another apply is running: process 1 on /) });
    expect(await run('unlock --run 4711-0a1b2c3d')).toMatchObject({ exit: 3, err: expect.stringMatching(/in use/) });
    expect(Object.keys(await contents(workspace))).toEqual([lock]);
  }));

  it('from another machine: exit 3, and unlock wants the run id typed', async () => await inWorkspace(async (run, workspace) => {
    await plant(workspace, lock, holder({ host: 'elsewhere.bud.example' }));
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/from another machine[^]*unlock --run 4711-0a1b2c3d/) });
    expect(await run('unlock')).toMatchObject({ exit: 3 });
    expect(await run('unlock --run 4711-0a1b2c3d')).toMatchObject({ exit: 0 });
    expect(await run('apply')).toMatchObject({ exit: 0 });
  }));

  it('that cannot be read: exit 3', async () => await inWorkspace(async (run, workspace) => {
    await plant(workspace, lock, 'half a lo');
    expect(await run('apply')).toMatchObject({ exit: 3, err: expect.stringMatching(/cannot be read/) });
    expect(await run('unlock --run unreadable')).toMatchObject({ exit: 0 });
  }));

  it('lets one of two applies at once in, and tells the other who has it', async () => await inWorkspace(async (run) => {
    const both = await Promise.all([run('apply'), run('apply')]);
    expect(both.map(({ exit }) => exit).sort()).toEqual([0, 3]);
    expect(both.find(({ exit }) => exit === 3)?.err).toMatch(/another apply is running/);
  }));
});

describe('an apply that is asked to stop', () => {
  it('in the middle ends the write under way, records it and exits 4; the next apply does the rest', async () => await inWorkspace(async (run) => {
    const stop = new AbortController();
    const fileSystem = watchedFileSystem(({ verb, path }) => {
      if (verb === 'rename' && path.endsWith('records.yaml')) stop.abort();
    });
    expect(await run('apply', { fileSystem, signal: stop.signal })).toMatchObject({ exit: 4, err: expect.stringMatching(/stopping: 2 changes left/), out: expect.stringMatching(/total +3 /) });
    expect(await run('status')).toMatchObject({ out: expect.stringMatching(/inventory: complete, 3 files[^]*2 to create, 3 unchanged/) });
    expect(await run('apply')).toMatchObject({ exit: 0, out: expect.stringMatching(/total +2 /) });
  }));

  it('before the first write exits 5 and leaves nothing', async () => await inWorkspace(async (run, workspace) => {
    const stop = new AbortController();
    stop.abort();
    expect(await run('apply', { signal: stop.signal })).toMatchObject({ exit: 5 });
    expect(await contents(workspace)).toEqual({});
  }));
});

describe('a saved plan', () => {
  it('that no longer fits: exit 3, saying what moved', async () => await inWorkspace(async (run, workspace) => {
    await run('plan --out plan.json');
    await plant(workspace, `${target}/mimir/rules/anonymous/records.yaml`, smallBundle()[2]?.text ?? '');
    expect(await run('apply --plan plan.json')).toMatchObject({ exit: 3, err: expect.stringMatching(/records\.yaml: planned create to [0-9a-f]{12}, now adopt/) });
  }));

  it('that is cut short: exit 1', async () => await inWorkspace(async (run, workspace) => {
    await run('plan --out plan.json');
    await truncate(join(workspace, 'plan.json'), 50);
    expect(await run('apply --plan plan.json')).toMatchObject({ exit: 1, err: expect.stringMatching(/cut short/) });
  }));
});
