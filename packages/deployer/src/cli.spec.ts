import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { smallBundle } from './fixtures/artifacts.ts';
import { inTemporaryFolder, runLine } from './fixtures/host.ts';

const at = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);

/** The process of the real command line, with the small bundle and a disk that takes its time. */
function slowApply(workspace: string): ChildProcess {
  const script = `
    import { runProcess } from ${at('./cli.ts')};
    import { smallBundle } from ${at('./fixtures/artifacts.ts')};
    import { watchedFileSystem } from ${at('./fixtures/faulty-file-system.ts')};
    await runProcess({
      workspace: ${JSON.stringify(workspace)},
      render: async () => smallBundle(),
      check: async () => [],
      fileSystem: watchedFileSystem(() => new Promise((resolve) => setTimeout(resolve, 60))),
    });`;
  return spawn(process.execPath, ['--input-type=module', '-e', script, '--', 'bud-o11y', 'apply'], { stdio: ['ignore', 'pipe', 'pipe'] });
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
      expect(ended).toMatchObject({ code: 4, err: expect.stringMatching(/stopping: \d changes left undone[^]*\nexit 4: stopped or failed after at least one write\n$/) });
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
