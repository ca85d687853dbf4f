import { describe, expect, it } from '@jest/globals';
import { AppError, type ErrorCode, errorKinds, exitMeaning } from '@bud-o11y/model';
import type { CommandSpec, Run } from './commands/command.ts';
import { smallBundle } from './fixtures/artifacts.ts';
import { inTemporaryFolder, type Said, testHost } from './fixtures/host.ts';
import { main } from './main.ts';

/** Runs a verb that does nothing but this. */
async function running(run: Run, line = 'work', signal = new AbortController().signal): Promise<Said> {
  const work: CommandSpec = { name: 'work', summary: '', environments: 'one', defaultEnvironment: 'local', options: [], exits: [], examples: [], load: async () => ({ run }) };
  return await inTemporaryFolder(async (workspace) => {
    const host = testHost({ workspace, artifacts: smallBundle(), signal });
    const exit = await main(line.split(' '), host, [work]);
    return { exit, ...host.written };
  });
}

const throwing = (thrown: unknown): Run => async () => {
  throw thrown;
};

describe('main', () => {
  it('lets a bug crash: exit 70, with what was thrown and its stack, in JSON too', async () => {
    const said = await running(throwing(new TypeError('x is undefined')), 'work -o json');
    expect(said).toEqual({ exit: 70, err: expect.stringMatching(/^error bug {2}x is undefined\n[^]*fix: report it[^]*TypeError: x is undefined\n +at [^]*\nexit 70: a bug in bud-o11y\n$/), out: expect.any(String) });
    expect(JSON.parse(said.out)).toMatchObject({ error: { code: 'bug', message: 'x is undefined' }, exit: 70 });
  });

  it.each(Object.keys(errorKinds) as readonly ErrorCode[])('tells %s with what it means, what to do and its exit code, and shows a stack of nothing but a bug', async (code) => {
    const { exit, meaning, fix } = errorKinds[code];
    const said = await running(throwing(new AppError(code, 'it said no', { details: { where: 'there' } })));
    expect(said.exit).toBe(exit);
    expect(said.err).toContain(`error ${code}  it said no\n  where: there\n  why: ${meaning}\n  fix: ${fix}\n`);
    expect(said.err.endsWith(`exit ${exit}: ${exitMeaning[exit]}\n`)).toBe(true);
    expect(/^ +at /m.test(said.err)).toBe(code === 'bug');
  });

  it('begins nothing when a signal came first: exit 5, in JSON too', async () => {
    const said = await running(throwing(new Error('it began')), 'work -o json', AbortSignal.abort());
    expect(said).toMatchObject({ exit: 5, err: expect.stringMatching(/^error cancelled {2}`work` was stopped before it began\n[^]*\nexit 5: cancelled before anything was changed in a target\n$/) });
    expect(JSON.parse(said.out)).toMatchObject({ error: { code: 'cancelled' }, exit: 5 });
  });

  it('says nothing of an exit code 0', async () => expect(await running(async () => 0)).toEqual({ exit: 0, out: '', err: '' }));
});
