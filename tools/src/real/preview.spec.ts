import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderDashboards } from '@bud-o11y/dashboards';
import { environmentInputs, type EnvironmentInput, proofOfLifePath, readEnvironment } from '@bud-o11y/model';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../preview/browser.ts';
import { judge, views } from '../preview/judge.ts';
import { sampleProof } from '../preview/sample-proof.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';

const workspace = join(import.meta.dirname, '../../..');
const environment = 'production' satisfies EnvironmentInput['name'];
const dashboards = renderDashboards(readEnvironment(environment, environmentInputs)).filter((artifact) => artifact.kind === 'dashboard');

/** Where the figures of the pages come from: none, made up for every type of panel, or left by a proof of life that ran here. */
const sources = ['without figures', 'with made-up figures', ...(existsSync(join(workspace, proofOfLifePath(environment, 'platform-overview'))) ? ['with the figures of the proof of life'] : [])];

describeWithPrograms(['chromium'], 'the preview pages', ({ chromium }) => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-'));
    browser = await openBrowser(chromium);
    for (const artifact of dashboards) {
      const file = join(folder, 'made up', proofOfLifePath(environment, artifact.name));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(sampleProof(artifact)));
    }
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it.each(sources)('are readable %s: light and dark, at 1440 and 2560 pixels', async (source) => {
    const pages = join(folder, source);
    const proof = source === 'with the figures of the proof of life' ? workspace : join(folder, source === 'without figures' ? 'nothing' : 'made up');
    const ran = await run(process.execPath, [join(workspace, 'packages/deployer/bin/bud-o11y.mjs'), 'preview', '-e', environment, '--out', pages, '--proof', proof], { cwd: workspace, env: process.env, timeoutMs: 60_000 });
    expect(ran).toMatchObject({ ok: true });
    const names = await readdir(pages);
    expect(names).toEqual([...dashboards.map(({ name }) => `${name}.html`), 'index.html'].sort());
    const faults: string[] = [];
    for (const name of names) {
      const found = await judge(browser, pathToFileURL(join(pages, name)).href, views);
      faults.push(...found.map(({ kind, what, view: { scheme, width } }) => `${name}, ${scheme}, ${width}: ${kind}: ${what}`));
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
