import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { environmentNamed, environmentNames, yamlText } from '@bud-o11y/model';
import { queried } from '../collector/stage.ts';
import { freePort } from '../live/free-port.ts';
import { holdsWithin, startProgram } from '../live/program.ts';
import { itWithProgram } from '../programs/for-specs.ts';
import { run } from '../programs/run.ts';
import { prometheusConfig } from '../scrape/prometheus-config.ts';

describe('Prometheus configurations', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
    await mkdir(join(folder, 'rules'));
    await writeFile(join(folder, 'rules/none.yaml'), 'groups: []\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const check = async (promtool: string, config: Readonly<Record<string, unknown>>) => {
    await writeFile(join(folder, 'prometheus.yml'), yamlText(config));
    return run(promtool, ['check', 'config', 'prometheus.yml'], { cwd: folder, env: process.env, timeoutMs: 60_000 });
  };

  for (const name of environmentNames) {
    itWithProgram('promtool', `that of ${name} is accepted`, async (promtool) => {
      const { ok, output } = await check(promtool, prometheusConfig(environmentNamed(name)));
      expect(ok ? '' : output).toBe('');
    });
  }

  itWithProgram('promtool', 'would be refused with an unknown key or an action that does not exist', async (promtool) => {
    const config = prometheusConfig(environmentNamed('production'));
    const [first, ...jobs] = config.scrape_configs;
    expect(await check(promtool, { ...config, scrape_configs: [{ ...first, sample_limits: 1 }, ...jobs] })).toMatchObject({ ok: false, output: expect.stringContaining('sample_limits') });
    expect(await check(promtool, { ...config, scrape_configs: [{ ...first, metric_relabel_configs: [{ action: 'labelforget', regex: 'a' }] }, ...jobs] })).toMatchObject({ ok: false });
  });
});

/** What a model pod exposes, and what no program should. */
const exposed = [
  'vllm:prompt_tokens_total{model_name="llama",engine="0"} 700',
  'vllm:generation_tokens_total{model_name="llama",engine="0",user_id="u1"} 300',
  'vllm:num_requests_waiting{model_name="llama"} 5',
  'bud:num_requests_waiting 4',
];

describe('the scrape jobs of model pods', () => {
  itWithProgram('prometheus', 'give the document\'s names and labels to what vLLM and the sidecar expose', async (prometheus) => {
    const folder = await mkdtemp(join(tmpdir(), 'scrape-'));
    const pod = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(`${exposed.join('\n')}\n`));
    await new Promise<void>((resolve) => pod.listen(0, '127.0.0.1', resolve));
    const targets = [`127.0.0.1:${(pod.address() as AddressInfo).port}`];
    const jobs = prometheusConfig(environmentNamed('production')).scrape_configs.filter(({ job_name: name }) => name.startsWith('inference'));
    // What the cluster says of a pod is set here by hand; all else is as rendered.
    const scrapes = jobs.map(({ kubernetes_sd_configs: _discovery, relabel_configs: _targets, ...job }) => ({ ...job, scrape_interval: '200ms', scrape_timeout: '200ms', static_configs: [{ targets }] }));
    await writeFile(join(folder, 'prometheus.yml'), yamlText({ scrape_configs: scrapes }));
    const address = `127.0.0.1:${await freePort()}`;
    const server = await startProgram({ path: prometheus, cwd: folder, url: `http://${address}`, args: ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=${address}`] });
    try {
      await holdsWithin(20_000, async () => (await queried(server.url, 'inference_queue_depth')).length > 0 && (await queried(server.url, 'inference_tokens_total')).length > 1);
      const [tokens, depth, engine] = await Promise.all(['inference_tokens_total', 'inference_queue_depth', 'vllm:num_requests_waiting{job="inference"}'].map((query) => queried(server.url, query)));
      const instance = targets[0];
      expect(tokens?.toSorted((a, b) => b.value - a.value)).toEqual([
        { labels: { job: 'inference', instance, engine: '0', model: 'llama', direction: 'input' }, value: 700 },
        { labels: { job: 'inference', instance, engine: '0', model: 'llama', direction: 'output' }, value: 300 },
      ]);
      expect(depth).toEqual([{ labels: { job: 'inference-sidecar', instance }, value: 4 }]);
      expect(engine).toEqual([{ labels: { job: 'inference', instance, model_name: 'llama' }, value: 5 }]);
    } finally {
      await server.stop();
      await new Promise((resolve) => pod.close(resolve));
      await rm(folder, { recursive: true });
    }
  });
});
