import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Artifact, environmentInputs } from '@bud-o11y/model';
import { smallBundle } from '../fixtures/artifacts.ts';
import { contents, inTemporaryFolder, runLine, type Said, tree } from '../fixtures/host.ts';

interface Place {
  readonly run: (line: string, artifacts?: ReturnType<typeof smallBundle>) => Promise<Said>;
  readonly workspace: string;
  readonly put: (path: string, text: string) => Promise<void>;
}

/** A workspace, and files below it put there by somebody else. */
async function inPlace(test: (place: Place) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (workspace) => await test({
    workspace,
    run: async (line, artifacts = smallBundle()) => await runLine(line, { workspace, artifacts }),
    async put(path, text) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), text);
    },
  }));
}

describe('a folder of another environment', () => {
  it.each(['apply', 'plan', 'status'])('stops %s, which says nothing of its files', async (verb) => await inPlace(async ({ run, workspace }) => {
    await run('apply --directory out');
    const before = await tree(workspace);
    const said = await run(`${verb} -e staging --directory out`, smallBundle('2'));
    expect(said).toMatchObject({ exit: 3, err: expect.stringMatching(/out holds the environment local, not staging/) });
    expect(said.err.match(/^error /gm)).toHaveLength(1);
    expect(said.out).not.toContain('mimir.yaml');
    expect(await tree(workspace)).toEqual(before);
  }));
});

describe('a folder that people work in', () => {
  it.each(['package.json', '.git/HEAD'])('with %s is no target', async (sign) => await inPlace(async ({ run, workspace, put }) => {
    await put(`work/${sign}`, '{}');
    for (const line of ['apply --directory work', 'status --directory work', 'render --out work']) {
      expect(await run(line)).toMatchObject({ exit: 3, err: expect.stringMatching(/work cannot be a target: it holds (package\.json|\.git)[^]*fix: /) });
    }
    expect(await contents(workspace)).toEqual({ [`work/${sign}`]: '{}' });
  }));
});

describe('a name equal but for case in the target', () => {
  it.each([
    { what: 'a file', from: 'out/mimir/mimir.yaml', to: 'out/mimir/MIMIR.yaml', says: /mimir\/MIMIR\.yaml is there, which is mimir\/mimir\.yaml but for case/ },
    { what: 'a folder', from: 'out/mimir', to: 'out/Mimir', says: /Mimir is there, which is mimir but for case/ },
  ])('stops an apply, and nothing is written: $what', async ({ from, to, says }) => await inPlace(async ({ run, workspace }) => {
    await run('apply --directory out');
    await rename(join(workspace, from), join(workspace, to));
    const before = await tree(workspace);
    const said = await run('apply --directory out');
    expect(said).toMatchObject({ exit: 3, err: expect.stringMatching(says) });
    expect(said.err.match(/target-name-clash/g)).toHaveLength(1);
    expect(await tree(workspace)).toEqual(before);
  }));

  it('is no clash when it is ours and goes away', async () => await inPlace(async ({ run, workspace }) => {
    const [dashboard, ...others] = smallBundle();
    await run('apply --directory out', [{ ...dashboard, path: 'dashboards/local/Overview.json' } as Artifact, ...others]);
    expect(await run('apply --directory out')).toMatchObject({ exit: 0 });
    expect(Object.keys(await contents(workspace)).filter((path) => /overview/i.test(path))).toEqual(['out/grafana/dashboards/Bud Platform/overview.json']);
  }));
});

describe('a foreign file that a program would load', () => {
  const loaded = ['mimir/rules/anonymous/x.yaml', 'loki/rules/fake/x.yml', 'prometheus/rules/x.yaml', 'grafana/dashboards/Bud Platform/x.json', 'grafana/provisioning/alerting/x.yaml'];
  const ignored = ['mimir/x.yaml', 'mimir/rules/anonymous/x.txt', 'mimir/rules/other/x.yaml', 'prometheus/rules/x.yml', 'grafana/dashboards/x.json', 'grafana/provisioning/x.yaml'];

  it('is told by plan, apply and status, and not touched', async () => await inPlace(async ({ run, workspace, put }) => {
    await run('apply --directory out');
    for (const path of [...loaded, ...ignored]) await put(`out/${path}`, 'theirs');
    for (const verb of ['plan', 'apply', 'status']) {
      const said = await run(`${verb} --directory out`);
      expect(said.exit).toBe(0);
      expect([...said.err.matchAll(/target-foreign-neighbour {2}(.*) is not of this bundle/g)].map(([, path]) => path).sort()).toEqual([...loaded].sort());
    }
    expect(await contents(workspace)).toMatchObject(Object.fromEntries([...loaded, ...ignored].map((path) => [`out/${path}`, 'theirs'])));
    await rm(join(workspace, 'out'), { recursive: true });
    expect((await run('apply --directory out')).err).not.toContain('target-foreign-neighbour');
  }));
});

describe('a saved plan of something else', () => {
  it('says so, and does not list its objects', async () => await inPlace(async ({ run }) => {
    await run('plan --out plan.json');
    const said = await run('apply --plan plan.json --directory out');
    expect(said).toMatchObject({ exit: 3, err: expect.stringMatching(/it was made for directory /) });
    expect(said.err).not.toContain('mimir.yaml');
  }));
});

describe('render --out of all environments', () => {
  it('gives each a folder, and refuses none of its own', async () => await inPlace(async ({ run, workspace }) => {
    const directories = environmentInputs.map((input) => ({ ...input, target: { kind: 'directory', path: 'x' } as const }));
    const write = async (): Promise<Said> => await runLine('render -e all --out tree', { workspace, artifacts: smallBundle(), environments: directories });
    expect(await write()).toMatchObject({ exit: 0 });
    expect(Object.keys(await contents(workspace)).filter((path) => path.endsWith('mimir.yaml'))).toEqual(environmentInputs.map(({ name }) => `tree/${name}/helm-values/local/config/mimir.yaml`));
    expect(await write()).toMatchObject({ exit: 0, out: expect.stringMatching(/no change/) });
    expect((await run('render -e local --out tree')).err).toMatch(/holds files that bud-o11y did not write/);
  }));
});

describe('unlock', () => {
  const lock = JSON.stringify({ run: '4711-0a1b2c3d', pid: 4711, host: 'elsewhere.bud.example', boot: '', started: '', since: '2026-01-01T00:00:00.000Z' });

  it('names the command as it must be typed, with the folder', async () => await inPlace(async ({ run, workspace, put }) => {
    await put('my out/.bud-o11y/lock', lock);
    const said = await runLine('apply', { workspace, artifacts: smallBundle(), environments: environmentInputs.map((input) => ({ ...input, target: { kind: 'directory', path: 'my out' } })) });
    expect(said.err).toContain(`\`npx bud-o11y unlock --run 4711-0a1b2c3d --directory '${join(workspace, 'my out')}'\``);
    await put('out/.bud-o11y/lock', lock);
    expect((await run('unlock -e dev --directory out')).err).toContain('`npx bud-o11y unlock -e dev --run 4711-0a1b2c3d --directory out`');
  }));

  it.each(['elsewhere.bud.example', hostname()])('of another run than that of the lock says that they differ, and removes nothing: holder on %s', async (host) => await inPlace(async ({ run, workspace, put }) => {
    await put('out/.bud-o11y/lock', JSON.stringify({ ...(JSON.parse(lock) as object), host, boot: 'another boot' }));
    expect(await run('unlock --directory out --run wrong')).toMatchObject({ exit: 3, err: expect.stringMatching(/--run wrong is not the run of the lock: run 4711-0a1b2c3d/) });
    expect(Object.keys(await contents(workspace))).toEqual(['out/.bud-o11y/lock']);
  }));
});
