import { execFile } from 'node:child_process';
import { link, lstat, mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { smallBundle } from '../fixtures/artifacts.ts';
import { contents, inTemporaryFolder, runLine } from '../fixtures/host.ts';

const run = promisify(execFile);
const options = (workspace: string) => ({ workspace, artifacts: smallBundle() });
const flags = [['plan --out', /^\{\n {2}"adopt": false/], ['plan --junit', /<testsuites name="local" tests="5"/]] as const;

describe.each(flags)('%s', (line, says) => {
  it('replaces a file as a whole', async () => await inTemporaryFolder(async (workspace) => {
    await writeFile(join(workspace, 'file'), 'old');
    await link(join(workspace, 'file'), join(workspace, 'kept'));
    expect(await runLine(`${line} file`, options(workspace))).toMatchObject({ exit: 0 });
    expect(await readFile(join(workspace, 'file'), 'utf8')).toMatch(says);
    expect(await readFile(join(workspace, 'kept'), 'utf8')).toBe('old');
  }));

  it('writes through a link, which stays one', async () => await inTemporaryFolder(async (workspace) => {
    await writeFile(join(workspace, 'file'), 'old');
    await symlink('file', join(workspace, 'link'));
    expect(await runLine(`${line} link`, options(workspace))).toMatchObject({ exit: 0 });
    expect(await readlink(join(workspace, 'link'))).toBe('file');
    expect(await readFile(join(workspace, 'file'), 'utf8')).toMatch(says);
  }));

  it('writes once to a pipe, which stays one', async () => await inTemporaryFolder(async (workspace) => {
    const pipe = join(workspace, 'pipe');
    await run('mkfifo', [pipe]);
    const [said, { stdout }] = await Promise.all([runLine(`${line} pipe`, options(workspace)), run('cat', [pipe])]);
    expect(said).toMatchObject({ exit: 0 });
    expect(stdout).toMatch(says);
    expect(stdout.match(/<testsuites |"adopt"/g)).toHaveLength(1);
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  }));

  it('with an empty path, and with one that cannot be written, says nothing but that: one document in JSON', async () => await inTemporaryFolder(async (workspace) => {
    for (const [path, code] of [['folder', 'invalid'], ['none/file', 'notFound']] as const) {
      await mkdir(join(workspace, 'folder'), { recursive: true });
      const { exit, out } = await runLine(`${line} ${path} -o json`, options(workspace));
      expect(exit).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code, message: expect.stringContaining(path) } });
    }
    expect(await runLine(`${line}=`, options(workspace))).toMatchObject({ exit: 1, out: '', err: expect.stringMatching(/error usage {2}--(out|junit) is empty/) });
  }));
});

describe('plan --out of a plan that cannot be approved', () => {
  it('is not written, says so, and leaves what is there', async () => await inTemporaryFolder(async (workspace) => {
    await mkdir(join(workspace, 'out/mimir'), { recursive: true });
    await writeFile(join(workspace, 'out/mimir/mimir.yaml'), 'foreign');
    await writeFile(join(workspace, 'plan.json'), 'an older plan');
    expect(await runLine('plan --directory out --out plan.json', options(workspace))).toMatchObject({ exit: 3, err: expect.stringMatching(/notice \S+plan\.json was not written: [^\n]* is an older one\n/) });
    expect(await contents(workspace)).toMatchObject({ 'plan.json': 'an older plan' });
  }));
});
