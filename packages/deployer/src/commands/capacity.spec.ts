import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import { inTemporaryFolder, runLine } from '../fixtures/host.ts';

describe('capacity', () => {
  it.each(environmentNames)('of %s has a row per component, with what its chart asks for', async (name) => await inTemporaryFolder(async (workspace) => {
    const { exit, out } = await runLine(`capacity -e ${name} -o json`, { workspace, artifacts: [] });
    const { sizing } = JSON.parse(out) as { readonly sizing: readonly { readonly component: string; readonly size: unknown }[] };
    expect(exit).toBe(0);
    expect(Object.fromEntries(sizing.map(({ component, size }) => [component, size]))).toEqual(environmentNamed(name).sizes);
  }));

  it('says which formula a number is from, and what of each limit is expected', async () => await inTemporaryFolder(async (workspace) => {
    const { out, err } = await runLine('capacity -e production', { workspace, artifacts: [] });
    expect(err).toBe('production, profile production: 300000 series, 20000 samples/s, 100 GB of logs a day, 2000 spans/s\n');
    expect(out).toMatch(/^mimirIngester +3 +1 +3584Mi +20Gi +profile; cpu computed, memory computed$/m);
    expect(out).toMatch(/^mimirIngester +1 core, 2\.5 GB of memory and 5 GB of disk for 300,000 series/m);
    expect(out).toMatch(/^tempoLiveStore .* - +profile/m);
    expect(out).toMatch(/^alloy +1 per node +500m/m);
    expect(out).toMatch(/^total .* alloy on one node$/m);
    expect(out).toMatch(/^limits\.mimir\.maxGlobalSeriesPerUser +500000 +300000 +60 %$/m);
    expect(out).toMatch(/^limits\.loki\.maxQuerySeries +5000 +- +-$/m);
  }));
});
