import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { run } from './run.ts';

const node = process.execPath;
const options = { cwd: tmpdir(), env: process.env, timeoutMs: 10_000 };

describe('run', () => {
  it.each([
    { name: 'a program that succeeds', args: ['-e', 'console.log("out"); console.error("err")'], ok: true, output: /out[^]*err|err[^]*out/ },
    { name: 'a program that fails', args: ['-e', 'console.error("no"); process.exit(3)'], ok: false, output: /no/ },
  ])('tells the end of $name', async ({ args, ok, output }) => {
    const ran = await run(node, args, options);
    expect(ran.ok).toBe(ok);
    expect(ran.output).toMatch(output);
  });

  it('is a failed run when there is no such program', async () => {
    expect(await run('no-such-program', [], options)).toEqual({ ok: false, output: 'spawn no-such-program ENOENT' });
  });

  it('ends a program at its limit', async () => {
    const ran = await run(node, ['-e', 'setInterval(() => undefined, 1000)'], { ...options, timeoutMs: 300 });
    expect(ran.ok).toBe(false);
    expect(ran.output).toContain('was ended by SIGKILL (limit 0.3 s)');
  });
});
