import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder, runLine } from '../fixtures/host.ts';

const said = async (line: string) => await inTemporaryFolder(async (workspace) => await runLine(line, { workspace, artifacts: [] }));

describe('explain', () => {
  it('says of each value where it is from, and why', async () => {
    const { exit, out } = await said('explain -e production --release mimir');
    expect(exit).toBe(0);
    expect(out).toMatch(/^mimir\nvalue +is +from +because\n/);
    expect(out).toMatch(/^mimir\.structuredConfig\.limits\.compactor_blocks_retention_period +90d +environment: retention\.metrics +how long data is kept \(document 8\)$/m);
    expect(out).toMatch(/^mimir\.structuredConfig\.usage_stats\.enabled +false +release +nothing is reported to the vendor \(document 10\)$/m);
  });

  it('keeps to a path, and cuts text of several lines', async () => {
    const { out } = await said('explain -e production --release alloy --path alloy.configMap');
    expect(out.trimEnd().split('\n').map((line) => line.split(' ')[0])).toEqual(['alloy', 'value', 'alloy.configMap.create', 'alloy.configMap.content']);
    expect(out).toMatch(/^alloy\.configMap\.content +[^\n]{1,40}… +computed: [^\n]*sampling\.debugLogs/m);
  });

  it('explains every release as data', async () => {
    const releases = JSON.parse((await said('explain -e dev -o json')).out) as readonly { readonly release: string; readonly values: readonly { readonly why: string }[] }[];
    expect(releases.map(({ release }) => release)).toContain('minio');
    expect(releases.every(({ values }) => values.length > 0 && values.every(({ why }) => why !== ''))).toBe(true);
  });

  it.each([
    ['explain -e production --release mimr', /no release "mimr"[^]*did you mean mimir\?/],
    ['explain -e production --release minio', /no release "minio"/],
    ['explain -e production --path nowhere', /nothing is set at "nowhere"/],
    ['explain', /local/],
  ])('%s exits 1 and says what to do', async (line, what) => {
    expect(await said(line)).toMatchObject({ exit: 1, out: '', err: expect.stringMatching(what) });
  });
});
