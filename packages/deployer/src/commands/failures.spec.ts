import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Problem } from '@bud-o11y/model';
import { smallBundle } from '../fixtures/artifacts.ts';
import { inTemporaryFolder, runLine, type Said } from '../fixtures/host.ts';

const fault: Problem = { code: 'query-syntax', severity: 'error', where: {}, what: 'broken', why: 'x', fix: 'y' };

/** The last line on stdout, which must be a document of its own. */
const lastOf = ({ out }: Said): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

describe('a command that fails under -o json', () => {
  it.each([
    { what: 'an error', line: 'apply --plan gone.json -o json', exit: 1, wanted: { error: { code: 'notFound', message: expect.stringContaining('gone.json'), fix: expect.any(String), details: {} }, problems: [] } },
    { what: 'problems of the input', line: 'plan -e nope -o json', exit: 1, wanted: { error: null, problems: [expect.objectContaining({ code: 'environment-unknown' })] } },
    { what: 'an error of a check', line: 'apply -o json', problems: [fault], exit: 1, wanted: { error: null, problems: [fault] } },
    { what: 'an apply that needs a decision', line: 'apply -e production -o json', exit: 3, wanted: { error: null, problems: [expect.objectContaining({ code: 'artifact-example-host' })] } },
    { what: 'a wrong command line', line: 'plan --otu x -o json', exit: 1, wanted: { error: expect.objectContaining({ code: 'usage', message: "unknown option '--otu'" }), problems: [] } },
    { what: 'a wrong verb', line: 'nope --output=json', exit: 1, wanted: { error: expect.objectContaining({ code: 'usage' }), problems: [] } },
  ])('ends stdout with a document: $what', async ({ line, problems = [], exit, wanted }) => await inTemporaryFolder(async (workspace) => {
    const said = await runLine(line, { workspace, artifacts: smallBundle(), problems });
    expect(said.exit).toBe(exit);
    expect(lastOf(said)).toEqual({ ...wanted, exit });
    expect(said.err).toMatch(new RegExp(`fix: [^]*\\nexit ${exit}: `));
  }));

  it('tells the example hosts that stop an apply once, though a check warns of them too', async () => await inTemporaryFolder(async (workspace) => {
    const warned: Problem = { ...fault, code: 'artifact-example-host', severity: 'warning' };
    const { exit, err } = await runLine('apply -e production', { workspace, artifacts: smallBundle(), problems: [warned] });
    expect({ exit, told: err.match(/^.*artifact-example-host/gm) }).toEqual({ exit: 3, told: ['error artifact-example-host'] });
  }));

  it('tells what stopped an apply after its events', async () => await inTemporaryFolder(async (workspace) => {
    await mkdir(join(workspace, 'out/mimir'), { recursive: true });
    await writeFile(join(workspace, 'out/mimir/mimir.yaml'), 'foreign');
    const said = await runLine('apply -o json --directory out', { workspace, artifacts: smallBundle() });
    const events = said.out.trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly event?: string });
    expect(events.map(({ event }) => event)).toEqual(['problem', undefined]);
    expect(lastOf(said)).toEqual({ error: null, problems: [expect.objectContaining({ code: 'target-foreign-object' })], exit: 3 });
  }));

  it('says nothing of the kind when it succeeds, or finds changes', async () => await inTemporaryFolder(async (workspace) => {
    const options = { workspace, artifacts: smallBundle() };
    expect(lastOf(await runLine('apply -o json', options))).toMatchObject({ event: 'runFinished' });
    await appendFile(join(workspace, '.bud-o11y/local/mimir/mimir.yaml'), 'x');
    const said = await runLine('drift -o json', options);
    expect(said.exit).toBe(2);
    expect(JSON.parse(said.out)).toHaveProperty('drift');
  }));
});
