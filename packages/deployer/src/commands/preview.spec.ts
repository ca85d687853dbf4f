import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Artifact, environmentInputs, makeArtifact, proofOfLifePath } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboardArtifact } from '../fixtures/artifacts.ts';
import { contents, inTemporaryFolder, runLine, testHost } from '../fixtures/host.ts';
import { chartPanel } from '../fixtures/preview.ts';
import { main } from '../main.ts';

const overview: Artifact = makeArtifact({
  kind: 'dashboard', project: 'dashboards', environment: 'local', name: 'overview', path: 'dashboards/local/overview.json', source: 'x.ts', folder: 'bud-platform',
  data: { uid: 'overview', title: 'Over <view>', description: 'Is all well?', panels: [chartPanel({ links: [{ title: 'Runbook HighErrorRate', url: 'https://runbooks.bud.example/HighErrorRate' }] })] },
});
const artifacts = [overview, dashboardArtifact({ name: 'empty' })];
const answered = { environment: 'local', uid: 'overview', runs: ['healthy', 'error burst'].map((scenario) => ({ scenario, from: 0, to: 600, stepSeconds: 60, panels: { 11: { A: { type: 'matrix', series: [{ labels: { endpoint: 'chat' }, points: [[0, 1], [60, 2]] }] } } } })) };

async function putProof(root: string): Promise<void> {
  const file = join(root, proofOfLifePath('local', 'overview'));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(answered));
}

describe('preview', () => {
  it('writes a page per dashboard and one that leads to them, each whole in itself', async () => await inTemporaryFolder(async (workspace) => {
    expect(await runLine('preview', { workspace, artifacts })).toMatchObject({ exit: 0, out: 'local: 3 pages, 0 with figures of the proof of life: dist/preview/local/index.html\n' });
    const pages = await contents(join(workspace, 'dist/preview/local'));
    expect(Object.keys(pages)).toEqual(['empty.html', 'index.html', 'overview.html']);
    for (const text of Object.values(pages)) expect(text).not.toMatch(/<script|<link|<img|@import|url\(/);
    expect(pages['overview.html']).toContain('<h1>Over &lt;view&gt;</h1>');
    for (const part of ['How many fail.', 'sum by (<wbr>endpoint)', 'req/s', '≥ 5 req/s', 'Runbook HighErrorRate', 'grid-area:1 / 1 / span 8 / span 12']) expect(pages['overview.html']).toContain(part);
  }));

  it('draws the figures of the proof of life, and each bad scenario with its panels', async () => await inTemporaryFolder(async (workspace) => {
    await putProof(workspace);
    const said = await runLine('preview --out pages -o json', { workspace, artifacts });
    expect(JSON.parse(said.out)).toEqual([{ environment: 'local', folder: join(workspace, 'pages'), pages: ['index.html', 'empty.html', 'overview.html'], withFigures: 1 }]);
    const { 'overview.html': page = '' } = await contents(join(workspace, 'pages'));
    expect(page.match(/<svg class="canvas"/g)).toHaveLength(2);
    expect(page).toContain('When something is wrong: “error burst”');
  }));

  it('takes the figures from another folder, and is the same every time', async () => await inTemporaryFolder(async (workspace) => {
    await putProof(join(workspace, 'elsewhere'));
    const page = async (): Promise<string | undefined> => {
      await runLine('preview --proof elsewhere --out pages', { workspace, artifacts });
      return (await contents(join(workspace, 'pages')))['overview.html'];
    };
    const first = await page();
    expect(first).toContain('<svg class="canvas"');
    expect(await page()).toBe(first);
  }));

  it('removes the page of a dashboard that is gone and what a killed run left, and with -e all has a folder per environment', async () => await inTemporaryFolder(async (workspace) => {
    await runLine('preview --out pages', { workspace, artifacts });
    await writeFile(join(workspace, 'pages/.index.html.1-0a.bud-o11y-tmp'), '<!doc');
    await runLine('preview --out pages', { workspace, artifacts: [overview] });
    expect(Object.keys(await contents(join(workspace, 'pages')))).toEqual(['index.html', 'overview.html']);
    await runLine('preview -e all --out all', { workspace, artifacts: [overview] });
    expect(Object.keys(await contents(join(workspace, 'all')))).toContain('production/index.html');
  }));

  it('touches no folder that holds something else', async () => await inTemporaryFolder(async (workspace) => {
    await mkdir(join(workspace, 'theirs'));
    await writeFile(join(workspace, 'theirs/index.html'), '<p>mine</p>');
    expect(await runLine('preview --out theirs', { workspace, artifacts })).toMatchObject({ exit: 3, err: expect.stringMatching(/holds index\.html[^]*fix: give an empty or a new folder/) });
    expect(await contents(join(workspace, 'theirs'))).toEqual({ 'index.html': '<p>mine</p>' });
  }));

  it('lays out classic dashboards, whatever schema the environment applies', async () => await inTemporaryFolder(async (workspace) => {
    const environments = environmentInputs.map((input) => ({ ...input, dashboardSchema: 'v2', components: { ...input.components, grafana: '13.0.0' } }) as const);
    const asked: string[] = [];
    const render = async ({ dashboardSchema }: { readonly dashboardSchema: string }): Promise<readonly Artifact[]> => {
      asked.push(dashboardSchema);
      return [overview];
    };
    expect(await main(['preview'], { ...testHost({ workspace, artifacts, environments }), render })).toBe(0);
    expect(asked).toEqual(['classic']);
  }));

  it('tells a file of figures that has another form', async () => await inTemporaryFolder(async (workspace) => {
    const file = join(workspace, proofOfLifePath('local', 'overview'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '{}');
    expect(await runLine('preview', { workspace, artifacts })).toMatchObject({ exit: 1, err: expect.stringMatching(/proof-of-life-invalid/) });
  }));
});
