import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from './fixtures/host.ts';

const launcher = fileURLToPath(new URL('../bin/bud-o11y.mjs', import.meta.url));

/** Makes the process believe that it runs on Node 20; a child that it starts does not. */
const pretendOld = ['--import', "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}})"];

/** Stands in for the command: says that it is ready, counts signals, and ends a moment after the first. */
const command = `
export async function runProcess() {
  let signals = 0;
  const stop = (signal) => {
    signals += 1;
    if (signals === 1) setTimeout(() => { process.stdout.write(signal + ' ' + signals + '\\n'); process.exit(4); }, 200);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  process.stdout.write('ready ' + process.argv.slice(2).join(' ') + '\\n');
  if (process.argv[2] === 'code') process.exit(3);
  if (process.argv[2] === 'kill') process.kill(process.pid, 'SIGKILL');
  await new Promise(() => setInterval(() => undefined, 1000));
}
`;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A copy of the launcher with a stand-in command and, unless told otherwise, a workspace Node. */
async function launch(args: readonly string[], { withNode = true, signal }: { readonly withNode?: boolean; readonly signal?: 'SIGINT' | 'SIGTERM' } = {}): Promise<Ended> {
  return await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'bin'));
    await mkdir(join(folder, 'src'));
    await copyFile(launcher, join(folder, 'bin/bud-o11y.mjs'));
    await writeFile(join(folder, 'src/cli.ts'), command);
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    if (withNode) {
      await mkdir(join(folder, 'node_modules/node/bin'), { recursive: true });
      await writeFile(join(folder, 'node_modules/node/package.json'), '{"name":"node","version":"24.1.0","bin":{"node":"bin/node"}}');
      await symlink(process.execPath, join(folder, 'node_modules/node/bin/node'));
    }
    const child = spawn(process.execPath, [...pretendOld, join(folder, 'bin/bud-o11y.mjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stderr.on('data', (chunk: Buffer) => void (err += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '' && signal !== undefined) child.kill(signal);
      out += chunk.toString();
    });
    const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return { code, signal: killedBy, out, err };
  });
}

describe('bin/bud-o11y.mjs on a Node that is too old', () => {
  it('runs again with the Node of the workspace, and passes arguments and exit code on', async () => {
    expect(await launch(['code', '-e', 'dev'])).toMatchObject({ code: 3, out: 'ready code -e dev\n' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('passes %s on once, waits for the end, and ends with its code', async (signal) => {
    expect(await launch(['wait'], { signal })).toMatchObject({ code: 4, out: `ready wait\n${signal} 1\n` });
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
