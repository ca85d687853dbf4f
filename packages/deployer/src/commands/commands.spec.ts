import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { environmentInputs, makeArtifact, type Problem } from '@bud-o11y/model';
import type { ApplyEvent } from '../apply/events.ts';
import { waveNames } from '../plan/waves.ts';
import { smallBundle } from '../fixtures/artifacts.ts';
import { contents, inTemporaryFolder, runLine } from '../fixtures/host.ts';

const run = promisify(execFile);
const warning: Problem = { code: 'artifact-example-host', severity: 'warning', where: {}, what: 'an example host', why: 'x', fix: 'y' };
const options = (workspace: string) => ({ workspace, artifacts: smallBundle() });

describe('render', () => {
  it('lists path, artifact, bytes and digest', async () => await inTemporaryFolder(async (workspace) => {
    const { exit, out } = await runLine('render -o json', options(workspace));
    const rows = JSON.parse(out) as readonly Record<string, unknown>[];
    expect(exit).toBe(0);
    expect(rows.map(({ path }) => path)).toEqual(smallBundle().map(({ path }) => path).toSorted());
    expect(rows[0]).toEqual({ path: 'alerts/local/mimir/alerts.yaml', artifact: 'alert-rules:alerts', bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await contents(workspace)).toEqual({});
  }));

  it('writes the tree of rendered/, prunes it the next time, and refuses a folder of somebody else', async () => await inTemporaryFolder(async (workspace) => {
    await runLine('render --out tree', options(workspace));
    const { 'tree/.bud-o11y/inventory': _, ...files } = await contents(workspace);
    expect(files).toEqual(Object.fromEntries(smallBundle().map(({ path, text }) => [`tree/${path}`, text])));
    await runLine('render --out tree', { workspace, artifacts: smallBundle().slice(1) });
    expect(Object.keys(await contents(workspace))).not.toContain('tree/dashboards/local/overview.json');
    await mkdir(join(workspace, 'theirs'));
    await writeFile(join(workspace, 'theirs/notes.txt'), 'mine');
    expect(await runLine('render --out theirs', options(workspace))).toMatchObject({ exit: 3, err: expect.stringMatching(/notes\.txt[^]*fix: give an empty or a new folder/) });
  }));
});

describe('check', () => {
  it('prints problems as data, and exits 1 only for errors', async () => await inTemporaryFolder(async (workspace) => {
    const figures = [{ of: 'panels', count: 3, fulfilled: { unit: 2 } }];
    const said = await runLine('check -e all -o json', { ...options(workspace), problems: [warning], figures });
    expect(said.exit).toBe(0);
    expect(JSON.parse(said.out)).toEqual(environmentInputs.map(({ name: environment }) => ({ environment, artifacts: 5, problems: [warning], figures })));
    expect(await runLine('check', { ...options(workspace), figures })).toMatchObject({ exit: 0, out: 'local: 5 artifacts checked, no problems\n  3 panels: 2 with unit\n' });
    expect(await runLine('check', { ...options(workspace), problems: [{ ...warning, severity: 'error' }] })).toMatchObject({ exit: 1, out: expect.stringMatching(/local: 5 artifacts checked, 1 error/) });
  }));
});

describe('plan', () => {
  it('exits 2 for changes only when asked, and writes nothing to the target', async () => await inTemporaryFolder(async (workspace) => {
    expect(await runLine('plan', options(workspace))).toMatchObject({ exit: 0, out: expect.stringMatching(/5 to create/) });
    expect(await runLine('plan --detailed-exitcode', options(workspace))).toMatchObject({ exit: 2, err: 'exit 2: there are changes\n' });
    const { changes } = JSON.parse((await runLine('plan -o json', options(workspace))).out) as { changes: readonly { wave: string }[] };
    expect(changes.map(({ wave }) => wave)).toEqual(['backends', 'datasources', 'recording rules', 'alerts and routing', 'dashboards']);
    expect(await contents(workspace)).toEqual({});
  }));
});

describe('apply', () => {
  it('with -o json writes one event per line and nothing else on stdout', async () => await inTemporaryFolder(async (workspace) => {
    const { out } = await runLine('apply -o json', { ...options(workspace), problems: [warning] });
    const events = out.trimEnd().split('\n').map((line) => JSON.parse(line) as ApplyEvent);
    expect(events[0]).toMatchObject({ event: 'runStarted', schema: 1, environment: 'local', changes: 5 });
    expect(events.filter(({ event }) => event === 'waveStarted')).toHaveLength(5);
    expect(events.filter(({ event }) => event === 'objectChanged')).toHaveLength(5);
    expect(events.at(-1)).toMatchObject({ event: 'runFinished', outcome: 'done', written: 5 });
  }));

  it('says wave by wave what was done, on stdout; progress goes to stderr', async () => await inTemporaryFolder(async (workspace) => {
    const { out, err } = await runLine('apply', options(workspace));
    for (const wave of waveNames) expect(out).toContain(wave);
    expect(out).toMatch(/total +5 +0 +0 +0 +0\napplied\n$/);
    expect(err).toMatch(/^applying local to directory .*: 5 changes, 0 unchanged\n\[2\/7\] backends: 1 to write\n/);
    expect(err).not.toContain('\u001b');
  }));

  it('shows a live line on a terminal', async () => await inTemporaryFolder(async (workspace) => {
    expect((await runLine('apply', { ...options(workspace), isTerminal: true })).err).toContain('\r\u001b[2K3/5 recording rules: mimir/rules');
  }));

  it('applies any environment to a folder', async () => await inTemporaryFolder(async (workspace) => {
    expect(await runLine('apply -e production --directory out', options(workspace))).toMatchObject({ exit: 0 });
    expect(await runLine('status -e production --directory out', options(workspace))).toMatchObject({ exit: 0, out: expect.stringMatching(/^in sync/m) });
  }));
});

describe('access', () => {
  it('prints the requests, as YAML or JSON', async () => await inTemporaryFolder(async (workspace) => {
    const data = { requests: [{ method: 'PUT', path: '/api/x' }] };
    const artifacts = [makeArtifact({ kind: 'access', project: 'dashboards', environment: 'local', name: 'teams', path: 'dashboards/local/access/teams.yaml', source: 'x.ts', data })];
    expect(load((await runLine('access', { workspace, artifacts })).out)).toEqual(data);
    expect(JSON.parse((await runLine('access -o json', { workspace, artifacts })).out)).toEqual([{ name: 'teams', requests: data }]);
  }));
});

describe('diff', () => {
  it('compares rendered/ with a commit: exit 0 when equal, 2 with the changes, 1 for a commit that is not there', async () => await inTemporaryFolder(async (workspace) => {
    // No variable of a surrounding git hook may reach these: they name another repository.
    const variables = { PATH: process.env['PATH'], HOME: workspace };
    const git = async (...args: readonly string[]) => await run('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost.localdomain', ...args], { cwd: workspace, env: variables });
    const diff = async (line: string) => await runLine(line, { ...options(workspace), variables });
    const put = async (path: string, text: string) => {
      await mkdir(join(workspace, path, '..'), { recursive: true });
      await writeFile(join(workspace, path), text);
    };
    expect(await git('init', '-q')).toBeDefined();
    expect(await diff('diff')).toMatchObject({ exit: 1, err: expect.stringMatching(/git knows no commit "HEAD"/) });
    for (const environment of ['dev', 'local']) await put(`rendered/rules/${environment}/mimir/ä g.yaml`, 'groups:\n  - name: g\n    interval: 1m\n');
    await put('rendered/rules/dev/gone.yaml', 'a: 1\n');
    await git('add', '.');
    await git('commit', '-qm', 'x');
    expect(await diff('diff')).toMatchObject({ exit: 0, out: '' });
    for (const environment of ['dev', 'local']) await put(`rendered/rules/${environment}/mimir/ä g.yaml`, 'groups:\n  - name: g\n    interval: 2m\n');
    await rm(join(workspace, 'rendered/rules/dev/gone.yaml'));
    expect(await diff('diff --color never')).toMatchObject({
      exit: 2,
      out: 'rules/gone.yaml\n  dev: removed\n\nrules/mimir/ä g.yaml\n  dev, local: same change\n    groups[g].interval\n      - 1m\n      + 2m\n',
    });
    expect(JSON.parse((await diff('diff -e local -o json')).out)).toMatchObject({ base: 'HEAD', changes: [{ path: 'rules/mimir/ä g.yaml' }] });
    expect(await diff('diff --base --output=/x')).toMatchObject({ exit: 1 });
  }));
});
