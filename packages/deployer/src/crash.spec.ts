import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { crashBundle } from './fixtures/crash.ts';
import { contents, inTemporaryFolder, runLine } from './fixtures/host.ts';

const target = '.bud-o11y/local';
const foreign = { 'mimir/notes.txt': 'mine', 'grafana/dashboards/Bud Platform/.overview.json.swp': 'mine too' };

/** Kills a real process with SIGKILL before its write `at`; false when it ended by itself, having fewer writes. */
async function isKilled(workspace: string, revision: string, at: number): Promise<boolean> {
  const fixture = new URL('./fixtures/crash.ts', import.meta.url).href;
  const script = `import { crashingApply } from ${JSON.stringify(fixture)};
    await crashingApply({ workspace: ${JSON.stringify(workspace)}, revision: ${JSON.stringify(revision)}, at: ${at}, pid: process.pid, die: () => process.kill(process.pid, 'SIGKILL') });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  return await new Promise((resolve) => {
    child.on('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function plantForeign(workspace: string): Promise<void> {
  for (const [path, text] of Object.entries(foreign)) {
    await mkdir(join(workspace, target, path, '..'), { recursive: true });
    await writeFile(join(workspace, target, path), text);
  }
}

/** What an undisturbed apply of the revision (after revision 1) leaves behind. */
async function undisturbed(revision: string): Promise<Readonly<Record<string, string>>> {
  return await inTemporaryFolder(async (workspace) => {
    await plantForeign(workspace);
    if (revision !== '1') await runLine('apply', { workspace, artifacts: crashBundle('1') });
    await runLine('apply', { workspace, artifacts: crashBundle(revision), isRunning });
    return await contents(workspace);
  });
}

describe('an apply that is killed (kill -9) before any of its writes', () => {
  // The state after write k is the state before write k + 1: one kill per k covers both sides.
  it.each(['1', '2'])('converges when it is run again, and touches no foreign file: revision %s', async (revision) => {
    const wanted = await undisturbed(revision);
    let kills = 0;
    for (let at = 1; ; at += 1) {
      const killed = await inTemporaryFolder(async (workspace) => {
        await plantForeign(workspace);
        if (revision !== '1') await runLine('apply', { workspace, artifacts: crashBundle('1') });
        if (!(await isKilled(workspace, revision, at))) return false;
        const again = await runLine('apply', { workspace, artifacts: crashBundle(revision), isRunning });
        expect({ at, ...again }).toMatchObject({ at, exit: 0 });
        expect({ at, files: await contents(workspace) }).toEqual({ at, files: wanted });
        expect(await runLine('plan --detailed-exitcode', { workspace, artifacts: crashBundle(revision), isRunning })).toMatchObject({ exit: 0 });
        return true;
      });
      if (!killed) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(15);
  }, 120_000);
});
