import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder } from '../fixtures/host.ts';
import { runProgram } from './run-program.ts';

/** Runs a script of the shell as a program. */
async function script(body: string, options: Partial<Parameters<typeof runProgram>[0]> = {}): ReturnType<typeof runProgram> {
  return await inTemporaryFolder(async (folder) => {
    const program = join(folder, 'program');
    await writeFile(program, `#!/bin/sh\n${body}\n`);
    await chmod(program, 0o755);
    return await runProgram({ program, args: ['verb'], cwd: folder, env: {}, timeoutMs: 5_000, outputLimit: 1_000, signal: new AbortController().signal, ...options });
  });
}

describe('runProgram', () => {
  it('gives code, output and input, and passes no variable of ours on', async () => {
    process.env['CANARY'] = 'canary';
    expect(await script('read line; echo "$1 $line ${CANARY-none} ${GIVEN-none}"; echo oops >&2; exit 3', { input: 'hello\n', env: { GIVEN: 'yes' } })).toEqual({ code: 3, out: 'verb hello none yes\n', err: 'oops\n' });
    delete process.env['CANARY'];
  });

  it('does not mind a program that reads nothing', async () => {
    expect(await script('exit 0', { input: 'x'.repeat(1_000_000) })).toMatchObject({ code: 0 });
  });

  it('ends one that takes too long, whatever it started', async () => {
    const started = Date.now();
    await expect(script('sleep 30 & sleep 30', { timeoutMs: 100 })).rejects.toMatchObject({ code: 'timeout', message: expect.stringMatching(/verb did not end in 0\.1 s/) });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it.each(['', ' >&2'])('ends one that says too much%s', async (to) => {
    await expect(script(`while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx${to}; done`)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('more than 1000 bytes') });
  });

  it('ends one when we are asked to stop, before or after its start', async () => {
    await expect(script('sleep 30', { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ code: 'cancelled', message: expect.stringMatching(/^a signal came while \S+ verb was running, which was ended$/) });
    await expect(script('sleep 30', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says so when there is no such program', async () => {
    await expect(script('', { program: '/nowhere/helm' })).rejects.toMatchObject({ code: 'notFound', message: expect.stringContaining('/nowhere/helm cannot be started') });
  });
});
