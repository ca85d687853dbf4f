import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, metrics } from '@bud-o11y/model';
import { decisionWaitSeconds } from '../collector/on-loopback.ts';
import { type Call, callers, exported, traceId } from '../collector/otlp.ts';
import { type RunningCollector, podAddresses, queried, startCollector, startMetricsSink } from '../collector/stage.ts';
import { type TraceSink, startTraceSink } from '../collector/trace-sink.ts';
import { type Program, holdsWithin } from '../live/program.ts';
import { describeWithPrograms } from '../programs/for-specs.ts';

const production = environmentNamed('production');
const keeping = (traces: number): Environment => ({ ...production, sampling: { ...production.sampling, traces } });

const inference = { 'model_inference_details.endpoint_id': 'chat', 'model_inference.model_name': 'llama', 'model_inference_details.is_success': true };
const fast: readonly Call[] = Array.from({ length: 1_000 }, (_, index) => ({ seed: `fast ${index}`, durationMs: 120, attributes: inference }));
/** What is kept whatever the share is. */
const kept = {
  'a span with an error': { seed: 'error', durationMs: 120, attributes: inference, isError: true },
  'an inference that failed': { seed: 'failed', durationMs: 120, attributes: { ...inference, 'model_inference_details.is_success': false } },
  'an answer with HTTP 503': { seed: 'http', durationMs: 120, attributes: { 'http.response.status_code': 503 } },
  'a request of 2.5 s': { seed: 'slow', durationMs: 2_500, attributes: inference },
} as const satisfies Readonly<Record<string, Call>>;
const calls = [...fast, ...Object.values(kept)];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Spans arrive in batches, by turns from two pods of a service, and the halves of a trace apart: the answer's first, as it ends first. */
async function send(collector: RunningCollector): Promise<void> {
  for (const side of ['server', 'client'] as const) {
    for (let start = 0; start < calls.length; start += 100) {
      const body = exported(side, calls.slice(start, start + 100), Date.now(), `${side}-${(start / 100) % 2}`);
      const response = await fetch(collector.otlp, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (!response.ok) throw new Error(`the collector refuses spans: ${await response.text()}`);
    }
  }
}

describeWithPrograms(['otelcol', 'prometheus'], 'from spans to Tempo and Mimir, with real collectors', ({ otelcol, prometheus }) => {
  let folder = '';
  let gatewayAt = '';
  let mimir: Program;
  const running: { close(): Promise<void> }[] = [];
  const tempo = new Map<string, TraceSink>();
  const fastOnes = (sink: TraceSink | undefined): number => fast.filter((call) => sink?.spans.has(traceId(call))).length;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sampling-'));
    const metricsSink = await startMetricsSink(prometheus, folder);
    mimir = metricsSink;
    running.push({ close: metricsSink.stop });
    const [gatewayHost = '', first = '', second = '', none = '', all = ''] = podAddresses(5);
    gatewayAt = `${gatewayHost}:4317`;
    const start = async (environment: Environment, name: string, address: string, sink: TraceSink): Promise<RunningCollector> => {
      const collector = await startCollector({ otelcol, env: process.env, folder, print }, environment, name, address, { samplers: [first, second].map((host) => `${host}:4317`), traces: sink.url, metrics: metricsSink.writes });
      running.push({ close: collector.stop });
      return collector;
    };
    const [asRendered, nothing, everything] = await Promise.all([startTraceSink(), startTraceSink(), startTraceSink()]);
    for (const [share, sink] of [['10 %', asRendered], ['none', nothing], ['all', everything]] as const) {
      tempo.set(share, sink);
      running.push(sink);
    }
    await Promise.all([start(production, 'otel-sampler', first, asRendered), start(production, 'otel-sampler', second, asRendered)]);
    const [gateway, keepingNone, keepingAll] = await Promise.all([
      start(production, 'otel-gateway', gatewayHost, asRendered),
      start(keeping(0), 'otel-sampler', none, nothing),
      start(keeping(1), 'otel-sampler', all, everything),
    ]);
    await Promise.all([gateway, keepingNone, keepingAll].map(send));
    await holdsWithin(30_000, () => fastOnes(everything) === fast.length && [asRendered, nothing].every(({ spans }) => Object.values(kept).every((call) => spans.get(traceId(call)) === 2)));
    // Whatever would be kept as well gets the time to arrive.
    await new Promise((resolve) => setTimeout(resolve, decisionWaitSeconds * 1_000));
  }, 120_000);

  afterAll(async () => {
    for (const part of running.toReversed()) await part.close();
    await rm(folder, { recursive: true });
  }, 60_000);

  it.each(Object.entries(kept))('%s is kept whole whatever the share is', (_name, call) => {
    expect([...tempo.values()].map(({ spans }) => spans.get(traceId(call)))).toEqual([2, 2, 2]);
  });

  it.each([['10 %', 60, 140], ['none', 0, 0], ['all', 1_000, 1_000]] as const)('of 1,000 fast ones where %s are to be kept, %p to %p are', (share, least, most) => {
    const count = fastOnes(tempo.get(share));
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  it('keeps traces whole over two samplers', () => {
    expect(new Set(tempo.get('10 %')?.spans.values())).toEqual(new Set([2]));
  });

  it('gives spans the request id that logs have, from the header that was captured', () => {
    expect(tempo.get('10 %')?.requestIds.get(traceId(kept['a request of 2.5 s']))).toBe('request of slow');
  });

  const target = { job: callers.server, service: callers.server, k8s_cluster: production.k8sCluster, model: 'llama', endpoint: 'chat' };

  it('counts every inference, kept or not, of both pods together, by model, endpoint and status', async () => {
    await holdsWithin(20_000, async () => (await queried(mimir.url, metrics.inferenceRequests.metric)).reduce((sum, { value }) => sum + value, 0) === fast.length + 3);
    const series = await queried(mimir.url, metrics.inferenceRequests.metric);
    expect(series.toSorted((a, b) => a.value - b.value)).toEqual([
      { labels: { ...target, status: 'error', instance: gatewayAt }, value: 2 },
      { labels: { ...target, status: 'success', instance: gatewayAt }, value: fast.length + 1 },
    ]);
  });

  it('counts their latency in the buckets of the catalog', async () => {
    const buckets = await queried(mimir.url, metrics.inferenceLatency.bucket.metric);
    expect(buckets.map(({ labels }) => Number(labels['le'])).filter(Number.isFinite).toSorted((a, b) => a - b)).toEqual(metrics.inferenceLatency.spec.buckets);
    for (const { labels } of buckets) expect(labels).toEqual({ ...target, le: expect.any(String), instance: gatewayAt });
    const below = (le: number): number | undefined => buckets.find(({ labels }) => Number(labels['le']) === le)?.value;
    expect([below(0.1), below(0.25), below(2), below(3)]).toEqual([0, fast.length + 2, fast.length + 2, fast.length + 3]);
  });

  it('counts who calls whom before anything is sampled away', async () => {
    const query = 'sum by (client, server, k8s_cluster) (traces_service_graph_request_total{instance=~".+"})';
    const wanted = calls.length * tempo.size;
    await holdsWithin(20_000, async () => (await queried(mimir.url, query))[0]?.value === wanted);
    expect(await queried(mimir.url, query)).toEqual([{ labels: { client: callers.client, server: callers.server, k8s_cluster: production.k8sCluster }, value: wanted }]);
  });
});
