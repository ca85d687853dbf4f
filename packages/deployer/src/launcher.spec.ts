import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from './fixtures/host.ts';

const run = promisify(execFile);
const launcher = fileURLToPath(new URL('../bin/bud-o11y.mjs', import.meta.url));

/** Makes the process believe that it runs on Node 20; a child that it starts does not. */
const pretendOld = ['--import', "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}})"];

/** Stands in for the command: says that it is ready, counts signals, and ends a moment after the first, or when its launcher is gone. */
const command = `
process.stdout.write(process.argv[2] === 'slow' ? 'loading\\n' : '');
if (process.argv[2] === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
export async function runProcess(replaced, stop) {
  if (stop.signal.aborted) { process.stdout.write('stopped before it began\\n'); process.exit(5); }
  let signals = 0;
  const onSignal = (signal) => {
    signals += 1;
    if (signals === 1) setTimeout(() => { process.stdout.write(signal + ' ' + signals + '\\n'); process.exit(4); }, 200);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('disconnect', () => { process.stdout.write('left\\n'); process.exit(4); });
  process.stdout.write('ready ' + (process.argv[2] === 'pid' ? process.pid : process.argv.slice(2).join(' ')) + '\\n');
  if (process.argv[2] === 'code') process.exit(3);
  if (process.argv[2] === 'kill') process.kill(process.pid, 'SIGKILL');
  setTimeout(() => process.exit(99), 20000);
  await new Promise(() => undefined);
}
`;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

interface Launch {
  readonly withNode?: boolean;
  /** Whether the launcher's own Node is one that it runs again for; it is unless told. */
  readonly old?: boolean;
  /** A script of the shell in the place of the workspace's Node. */
  readonly script?: string;
  /** Called with the first line that is said. */
  readonly onFirst?: (launcher: ChildProcess, line: string) => void | Promise<void>;
}

/** A copy of the launcher with a stand-in command and, unless told otherwise, a workspace Node. */
async function launch(args: readonly string[], { withNode = true, old = true, script, onFirst }: Launch = {}): Promise<Ended> {
  return await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'bin'));
    await mkdir(join(folder, 'src'));
    await copyFile(launcher, join(folder, 'bin/bud-o11y.mjs'));
    await writeFile(join(folder, 'src/cli.ts'), command);
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    if (withNode) {
      await mkdir(join(folder, 'node_modules/node/bin'), { recursive: true });
      await writeFile(join(folder, 'node_modules/node/package.json'), '{"name":"node","version":"24.1.0","bin":{"node":"bin/node"}}');
      if (script === undefined) await symlink(process.execPath, join(folder, 'node_modules/node/bin/node'));
      else await writeFile(join(folder, 'node_modules/node/bin/node'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
    const child = spawn(process.execPath, [...(old ? pretendOld : []), join(folder, 'bin/bud-o11y.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    let acted: void | Promise<void> = undefined;
    child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '') acted = onFirst?.(child, chunk.toString());
      out += chunk.toString();
    });
    const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    await acted;
    return { code, signal: killedBy, out, err };
  });
}

/** Until a process is in this state, as `ps` has it: `T` is one that was stopped. */
async function inState(pid: number | undefined, is: (state: string) => boolean): Promise<void> {
  while (!is((await run('ps', ['-o', 'state=', '-p', String(pid)])).stdout.trim())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('bin/bud-o11y.mjs on a Node that is too old', () => {
  it('runs again with the Node of the workspace, and passes arguments and exit code on', async () => {
    expect(await launch(['code', '-e', 'dev'])).toMatchObject({ code: 3, out: 'ready code -e dev\n' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('passes %s on once, waits for the end, and ends with its code', async (signal) => {
    expect(await launch(['wait'], { onFirst: (child) => void child.kill(signal) })).toMatchObject({ code: 4, out: `ready wait\n${signal} 1\n` });
  });

  it('when it is killed, leaves no command behind that goes on', async () => {
    expect(await launch(['wait'], { onFirst: (child) => void child.kill('SIGKILL') })).toMatchObject({ signal: 'SIGKILL', out: 'ready wait\nleft\n' });
  });

  it('sent to sleep (Ctrl-Z), takes the command along, and wakes it again', async () => {
    const ended = await launch(['pid'], { onFirst: async (child, line) => {
      const command = Number(line.split(' ')[1]);
      child.kill('SIGTSTP');
      for (const pid of [child.pid, command]) await inState(pid, (state) => state === 'T');
      child.kill('SIGCONT');
      for (const pid of [child.pid, command]) await inState(pid, (state) => state !== 'T');
      child.kill('SIGTERM');
    } });
    expect(ended).toMatchObject({ code: 4, out: expect.stringMatching(/^ready \d+\nSIGTERM 1\n$/) });
  });

  it('says so when a signal ended the command before it could hear it', async () => {
    expect(await launch(['x'], { script: 'echo ready; exec sleep 20', onFirst: (child) => void child.kill('SIGINT') })).toMatchObject({ code: 5, err: expect.stringMatching(/^error cancelled .*\nexit 5: /) });
  });

  it('ends by the signal that ended the command', async () => {
    expect(await launch(['kill'])).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  it('says what to install when the workspace has no Node, without a stack trace', async () => {
    const ended = await launch(['code'], { withNode: false });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/needs Node 24 and runs on 20\.11\.0\n[^]*fix: run `npm ci`[^]*\nexit 1: error\n$/);
    expect(ended.err).not.toMatch(/^\s+at /m);
  });
});

describe('bin/bud-o11y.mjs on a Node that will do', () => {
  it('tells the command of a signal that came while it was loaded', async () => {
    expect(await launch(['slow'], { old: false, onFirst: (child) => void child.kill('SIGINT') })).toMatchObject({ code: 5, out: 'loading\nstopped before it began\n' });
  });
});

describe('bin/bud-o11y.mjs with a source that cannot be loaded', () => {
  const copied = ['bin/bud-o11y.mjs', 'src/load-failure.ts', 'src/source-problem.ts', 'src/report/failure-json.ts', 'src/report/palette.ts', 'src/report/printable.ts', 'src/report/problem-text.ts'];

  /** The launcher in a workspace whose command line is this text. */
  async function launchSource(text: string, ...args: readonly string[]): Promise<Ended> {
    return await inTemporaryFolder(async (folder) => {
      const home = join(folder, 'packages/deployer');
      for (const path of copied) {
        await mkdir(join(home, path, '..'), { recursive: true });
        await copyFile(new URL(`../${path}`, import.meta.url), join(home, path));
      }
      await writeFile(join(home, 'src/cli.ts'), text);
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      const child = spawn(process.execPath, [join(home, 'bin/bud-o11y.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, err] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
      const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
      return { code, signal: killedBy, out, err };
    });
  }

  it('tells the mistake with its place, as JSON too, and exits 1', async () => {
    const { code, out, err } = await launchSource('export const a = 1;\nexport const b = [3,,;\n', 'plan', '-o', 'json');
    expect(code).toBe(1);
    expect(err).toMatch(/^error source-invalid {2}.*\n {2}at: {2}packages\/deployer\/src\/cli\.ts:2\n {2}why: .*\n {2}fix: .*\nexit 1: error\n$/);
    expect(JSON.parse(out)).toMatchObject({ error: null, problems: [{ code: 'source-invalid', where: { line: 2 } }], exit: 1 });
  });

  it('keeps the stack of what is no mistake in a source', async () => {
    expect(await launchSource("import 'node:no-such-thing';\n", 'plan')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/no-such-thing[^]*\n {4}at /) });
  });
});
