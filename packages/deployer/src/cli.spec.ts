import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { smallBundle } from './fixtures/artifacts.ts';
import { inTemporaryFolder, runLine } from './fixtures/host.ts';

const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);

/** The process of the real command line, with the small bundle and a disk that takes its time: `pause` ms before each write. */
function slowApply(workspace: string, { args = [], stdio = ['ignore', 'pipe', 'pipe'], pause = 60 }: { readonly args?: readonly string[]; readonly stdio?: StdioOptions; readonly pause?: number } = {}): ChildProcess {
  const script = `
    import { runProcess } from ${at('./cli.ts')};
    import { smallBundle } from ${at('./fixtures/artifacts.ts')};
    import { watchedFileSystem } from ${at('./fixtures/faulty-file-system.ts')};
    await runProcess({
      workspace: ${JSON.stringify(workspace)},
      render: async () => smallBundle(),
      check: async () => [],
      fileSystem: watchedFileSystem(() => new Promise((resolve) => setTimeout(resolve, ${pause}))),
    });`;
  return spawn(process.execPath, ['--input-type=module', '-e', script, '--', 'bud-o11y', 'apply', ...args], { stdio });
}

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** Sends `signal` as often as told once the fourth wave has begun. */
async function interrupted(workspace: string, signal: 'SIGINT' | 'SIGTERM', times: number): Promise<Ended> {
  const child = slowApply(workspace);
  let err = '';
  let sent = false;
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    if (sent || !err.includes('[4/7]')) return;
    sent = true;
    for (let count = 0; count < times; count += 1) setTimeout(() => child.kill(signal), count * 20);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, err };
}

describe('a signal in the middle of an apply', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s: the write under way ends, exit 4 is said, the lock is gone, and the next apply does the rest', async (signal) => {
    await inTemporaryFolder(async (workspace) => {
      const ended = await interrupted(workspace, signal, 1);
      expect(ended).toMatchObject({ code: 4, err: expect.stringMatching(/stopping: \d changes? left undone[^]*\nexit 4: stopped or failed after at least one write\n$/) });
      expect(await runLine('status', { workspace, artifacts: smallBundle() })).toMatchObject({ exit: 0, out: expect.not.stringMatching(/lock:|by hand/) });
      expect(await runLine('apply', { workspace, artifacts: smallBundle() })).toMatchObject({ exit: 0 });
    });
  });

  it('twice: ends at once, and the next apply tidies up', async () => {
    await inTemporaryFolder(async (workspace) => {
      expect(await interrupted(workspace, 'SIGINT', 2)).toMatchObject({ code: 4, err: expect.not.stringContaining('exit 4') });
      expect(await runLine('apply', { workspace, artifacts: smallBundle() })).toMatchObject({ exit: 0, err: expect.stringContaining('took over the lock') });
      expect(await runLine('plan --detailed-exitcode', { workspace, artifacts: smallBundle() })).toMatchObject({ exit: 0 });
    });
  });
});

describe('a launcher', () => {
  it('that is gone stops the apply as a signal does: the channel to it is closed', async () => {
    await inTemporaryFolder(async (workspace) => {
      const child = slowApply(workspace, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      let err = '';
      child.stderr?.on('data', (chunk: Buffer) => {
        err += chunk.toString();
        if (child.connected && err.includes('[4/7]')) child.disconnect();
      });
      expect(await once(child, 'exit')).toEqual([4, null]);
      expect(err).toMatch(/stopping: \d changes? left undone/);
      expect(await runLine('status', { workspace, artifacts: smallBundle() })).toMatchObject({ out: expect.not.stringContaining('lock:') });
    });
  });

  it('that stays open does not keep a command alive', async () => {
    await inTemporaryFolder(async (workspace) => {
      const child = slowApply(workspace, { pause: 0, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      child.stdout?.resume();
      child.stderr?.resume();
      expect(await once(child, 'exit')).toEqual([0, null]);
    });
  });
});

describe('an output that cannot be written any more', () => {
  const isWhole = async (workspace: string): Promise<void> => {
    expect(await runLine('status', { workspace, artifacts: smallBundle() })).toMatchObject({ exit: 0, out: expect.stringMatching(/inventory: complete, 5 files\n[^]*^in sync/m) });
    expect((await runLine('status', { workspace, artifacts: smallBundle() })).out).not.toContain('lock:');
  };

  it.each([
    { what: 'stdout', args: ['-o', 'json'], closed: 'stdout', other: 'stderr', says: '' },
    { what: 'stderr', args: [], closed: 'stderr', other: 'stdout', says: 'applied\n' },
  ] as const)('because its reader is gone: the apply ends its work, with its exit code: $what', async ({ args, closed, other, says }) => {
    await inTemporaryFolder(async (workspace) => {
      const child = slowApply(workspace, { args, pause: 5 });
      let text = '';
      child[other]?.on('data', (chunk: Buffer) => void (text += chunk.toString()));
      child[closed]?.once('data', () => child[closed]?.destroy());
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(text).toContain(says);
      expect(text).not.toMatch(/^\s+at /m);
      await isWhole(workspace);
    });
  });

  it('because the disk is full: said in words, exit 1, and the apply has ended its work', async () => {
    // A careless root can put a file in its place, which takes everything.
    if (statSync('/dev/full', { throwIfNoEntry: false })?.isCharacterDevice() !== true) return void process.stderr.write('skipped: there is no device /dev/full here\n');
    const full = await open('/dev/full', 'w');
    try {
      await inTemporaryFolder(async (workspace) => {
        const child = slowApply(workspace, { pause: 5, stdio: ['ignore', full.fd, 'pipe'] });
        let err = '';
        child.stderr?.on('data', (chunk: Buffer) => void (err += chunk.toString()));
        expect(await once(child, 'close')).toEqual([1, null]);
        expect(err).toMatch(/cannot write the output: the disk is full \(ENOSPC\)\n {2}why: [^]*\nexit 1: error\n$/);
        expect(err).not.toMatch(/^\s+at /m);
        await isWhole(workspace);
      });
    } finally {
      await full.close();
    }
    return undefined;
  });
});
