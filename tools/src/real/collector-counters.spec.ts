import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { environmentNamed, metrics } from '@bud-o11y/model';
import { type Call, exported } from '../collector/otlp.ts';
import { podAddresses, startCollector } from '../collector/stage.ts';
import { holdsWithin } from '../live/program.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';

const { collectorExported, collectorExportFailures, collectorPointFailures, collectorPointsExported } = metrics;
const production = environmentNamed('production');

/** A failed request is kept by every sampler, and has two halves that count as one call. */
const failed: Call = { seed: 'lost', durationMs: 120, attributes: { 'http.response.status_code': 503 }, isError: true };

/** Where nothing is taken: an answer that nobody tries again. */
async function startRefusing(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describeWithPrograms(['otelcol'], 'what a real collector says of itself when Tempo and Mimir take nothing', ({ otelcol }) => {
  let folder = '';
  let said: readonly string[] = [];
  const running: { stop(): unknown }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counters-'));
    const nowhere = await startRefusing();
    running.push({ stop: nowhere.close });
    const [address = ''] = podAddresses(1);
    const sampler = await startCollector({ otelcol, env: process.env, folder, print: () => undefined }, production, 'otel-sampler', address, { samplers: [], traces: nowhere.url, metrics: nowhere.url });
    running.push(sampler);
    for (const side of ['server', 'client'] as const) {
      await fetch(sampler.otlp, { method: 'POST', headers: { 'content-type': 'application/json' }, body: exported(side, [failed], Date.now()) });
    }
    await holdsWithin(30_000, async () => {
      said = (await (await fetch(`http://${address}:8888/metrics`)).text()).split('\n').filter((line) => line.startsWith('otelcol_exporter_sen'));
      return ['spans', 'metric_points'].every((items) => said.some((line) => line.startsWith(`otelcol_exporter_send_failed_${items}`)));
    });
  }, 90_000);

  afterAll(async () => {
    for (const part of running.toReversed()) await part.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['spans', 'otlp_http/tempo', collectorExportFailures, collectorExported],
    ['metric points', 'prometheus_remote_write', collectorPointFailures, collectorPointsExported],
  ] as const)('%s are counted as lost under the names of the catalog and by exporter, beside none that were sent', (_items, exporter, lost, sent) => {
    const ofExporter = said.filter((line) => line.includes(`{exporter="${exporter}"`)).map((line) => [line.replace(/\{.*/, ''), Number(line.split(' ').at(-1))] as const);
    expect(Object.fromEntries(ofExporter)).toEqual({ [lost.metric]: expect.any(Number), [sent.metric]: 0 });
    expect(Object.fromEntries(ofExporter)[lost.metric]).toBeGreaterThan(0);
  });
});
