import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type InputSeries, samples } from '@bud-o11y/alerts';
import { environmentNamed, metrics, promql, yamlText } from '@bud-o11y/model';
import {
  clusterState, durationQuantiles, endpointErrors, errorBudget, errorRate, errorRatio, errorRatio1h, latencyP99, memoryOfNode, podCpuOfLimit,
  queueDepth, queueWait, renderRules, serviceErrors, slowRatio, throughput, upRatio,
} from '@bud-o11y/rules';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';

const { clusterStatus, containerLimits, httpRequestDuration, httpRequests, inferenceLatency, inferenceQueueDepth, inferenceRequests, nodeMemoryTotal, processCpu, processMemory, up } = metrics;
const files = renderRules(environmentNamed('production'));

const requests = (status: 'success' | 'error', values: string, endpoint = 'chat') => samples(inferenceRequests({ endpoint, model: 'llama', status }), values);
const bucket = (le: string, values: string) => samples(inferenceLatency.bucket({ endpoint: 'chat', model: 'llama', le }), values);
const pod = { namespace: 'bud', pod: 'budsim-0', service: 'budsim', node: 'n1', job: 'budsim' };

interface Recording {
  readonly name: string;
  readonly given: readonly InputSeries[];
  /** A recorded series, or a query over one. */
  readonly series: { readonly text: string };
  /** Label text -> value, 20 minutes in. */
  readonly values: Readonly<Record<string, number>>;
}

/** What is recorded from what. Every case says one thing about one recording. */
const recordings: readonly Recording[] = [
  { name: 'an endpoint without errors has an error rate of 0', given: [requests('success', '0+60x30')], series: errorRate, values: { '{endpoint="chat"}': 0 } },
  { name: 'errors of all models and replicas count', given: [requests('success', '0+45x30'), requests('error', '0+15x30')], series: errorRate, values: { '{endpoint="chat"}': 0.25 } },
  { name: 'an idle endpoint has no error ratio, neither 0 nor NaN', given: [requests('success', '9x30')], series: errorRatio, values: {} },
  { name: 'an idle endpoint has 0 errors', given: [requests('success', '9x30')], series: endpointErrors, values: { '{endpoint="chat"}': 0 } },
  { name: 'a counter that starts anew is no loss of traffic', given: [requests('success', '0+60x16 0+60x14')], series: throughput, values: { '{endpoint="chat"}': 0.75 } },
  { name: 'a few errors in a quiet time weigh little against a busy one before', given: [requests('success', '0+6000x10 60000x20'), requests('error', '0x10 0+60x20')], series: promql`${errorRatio1h} < bool 0.05`, values: { '{endpoint="chat"}': 1 } },
  { name: 'the quantile comes from the buckets', given: [bucket('4.0', '0x30'), bucket('5.0', '0+60x30'), bucket('+Inf', '0+60x30')], series: latencyP99, values: { '{endpoint="chat"}': 4.99 } },
  { name: 'slower than 5 s is what the bucket of 5 leaves over', given: [bucket('5.0', '0+45x30'), bucket('+Inf', '0+60x30')], series: slowRatio, values: { '{endpoint="chat"}': 0.25 } },
  { name: 'a spent budget is below 0', given: [requests('success', '0+59.4x30'), requests('error', '0+0.6x30')], series: errorBudget, values: { '{endpoint="chat", slo="inference-availability"}': -1 } },
  { name: 'queues add up over replicas', given: [samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'a' }), '80x30'), samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'b' }), '40x30')], series: queueDepth, values: { '{endpoint="chat"}': 120 } },
  { name: 'the wait is the queue over the throughput', given: [samples(inferenceQueueDepth({ endpoint: 'chat', instance: 'a' }), '30x30'), requests('success', '0+60x30')], series: queueWait, values: { '{endpoint="chat"}': 30 } },
  { name: 'a service without 5xx has 0 of them', given: [samples(httpRequests({ namespace: 'bud', service: 'budapp', status: '200' }), '0+60x30')], series: serviceErrors, values: { '{namespace="bud", service="budapp"}': 0 } },
  { name: 'quantiles of a service are over its pods', given: [samples(httpRequestDuration.bucket({ namespace: 'bud', service: 'budapp', le: '0.1' }), '0+60x30'), samples(httpRequestDuration.bucket({ namespace: 'bud', service: 'budapp', le: '+Inf' }), '0+60x30')], series: durationQuantiles, values: { '{namespace="bud", quantile="0.5", service="budapp"}': 0.05, '{namespace="bud", quantile="0.99", service="budapp"}': 0.099 } },
  { name: 'one of two targets up is a half', given: [samples(up({ job: 'budapp', instance: 'a' }), '1x30'), samples(up({ job: 'budapp', instance: 'b' }), '0x30'), samples(up({ job: 'node-exporter' }), '1x30')], series: upRatio, values: { '{job="budapp"}': 0.5 } },
  { name: 'CPU is a share of the limits of the pod\'s containers', given: [samples(processCpu(pod), '0+60x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'budsim', resource: 'cpu' }), '2x30'), samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container: 'budsim', resource: 'memory' }), '1000x30')], series: podCpuOfLimit, values: { '{namespace="bud", node="n1", pod="budsim-0", service="budsim"}': 0.5 } },
  { name: 'memory is a share of the node, whatever job and instance are', given: [samples(processMemory({ ...pod, instance: 'budsim-0:9090' }), '300x30'), samples(nodeMemoryTotal({ job: 'node-exporter', instance: 'n1:9100', node: 'n1' }), '1000x30')], series: memoryOfNode, values: { '{node="n1", service="budsim"}': 0.3 } },
  { name: 'one reporter that sees a cluster as not ready is enough', given: [samples(clusterStatus({ cluster: 'a', instance: 'x' }), '1x30'), samples(clusterStatus({ cluster: 'a', instance: 'y' }), '0x30')], series: clusterState, values: { '{cluster="a"}': 0 } },
];

describe('recorded values', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    for (const [index, { text }] of files.entries()) await writeFile(join(folder, `${index}.rules.yaml`), text);
  });

  afterAll(() => rm(folder, { recursive: true }));

  itWithProgram('promtool', 'are what the comments of the rules promise', async (promtool) => {
    await writeFile(join(folder, 'recordings.test.yaml'), yamlText({
      rule_files: files.map((_, index) => `${index}.rules.yaml`),
      evaluation_interval: '1m',
      group_eval_order: files.map(({ data }) => data.groups[0].name),
      fuzzy_compare: true,
      tests: recordings.map(({ name, given, series, values }) => ({
        name,
        interval: '1m',
        input_series: given,
        promql_expr_test: [{
          expr: `round(${series.text}, 0.0001)`,
          eval_time: '20m',
          exp_samples: Object.entries(values).map(([labels, value]) => ({ labels, value })),
        }],
      })),
    }));
    const { ok, output } = await run(promtool, ['test', 'rules', 'recordings.test.yaml'], { cwd: folder, env: process.env, timeoutMs: 60_000 });
    expect(ok ? '' : output).toBe('');
  });
});
