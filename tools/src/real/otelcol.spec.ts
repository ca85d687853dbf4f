import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames, yamlText } from '@bud-o11y/model';
import { type CollectorConfig, renderedCollectors, withStandIn } from '../collector/rendered-collectors.ts';
import { itWithProgram } from '../programs/for-specs.ts';
import { recipes } from '../programs/recipes/index.ts';
import { run } from '../programs/run.ts';

const collectors = environmentNames.flatMap((environment) => renderedCollectors(environmentNamed(environment)).map((collector) => ({ environment, collector, name: collector.name })));

const print = (line: string): void => void process.stdout.write(`${line}\n`);

it('the collector of the tests is of the version that every environment runs', () => {
  const built = recipes.find(({ name }) => name === 'otelcol')?.sources.map(({ version }) => version);
  expect(environmentNames.map((name) => [environmentNamed(name).components.otelCollector])).toEqual(environmentNames.map(() => built));
});

describe('collector configurations', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'otelcol-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const validate = async (otelcol: string, config: CollectorConfig) => {
    await writeFile(join(folder, 'otelcol.yaml'), yamlText(config));
    return run(otelcol, ['validate', '--config', 'otelcol.yaml'], { cwd: folder, env: { ...process.env, MY_POD_IP: '127.0.0.1', OTEL_K8S_NODE_NAME: 'node' }, timeoutMs: 60_000 });
  };

  it('are two tiers in a cluster, one on a machine', () => {
    expect(collectors.map(({ environment, name }) => `${environment} ${name}`).toSorted()).toEqual(['dev', 'production', 'staging'].flatMap((name) => [`${name} otel-gateway`, `${name} otel-sampler`]).concat('local otelcol').toSorted());
  });

  for (const { environment, name, collector } of collectors) {
    itWithProgram('otelcol', `${name} of ${environment} is accepted, under the names that its version uses`, async (otelcol) => {
      const { ok, output } = await validate(otelcol, withStandIn(collector, print));
      expect(ok ? '' : output).toBe('');
      expect(output).not.toMatch(/deprecat/i);
    });
  }

  const [first] = collectors;
  itWithProgram('otelcol', 'would be refused with a ratio under a name for percentages, or an exporter that nobody configured', async (otelcol) => {
    if (first === undefined) throw new Error('nothing is rendered');
    const config = withStandIn(first.collector, () => undefined);
    const sampling = { ...config, processors: { ...config.processors, tail_sampling: { policies: [{ name: 'share', type: 'probabilistic', probabilistic: { sampling_ratio: 0.1 } }] } } };
    expect(await validate(otelcol, sampling)).toMatchObject({ ok: false, output: expect.stringContaining('sampling_ratio') });
    expect(await validate(otelcol, { ...config, exporters: { debug: {} } })).toMatchObject({ ok: false, output: expect.stringContaining('not configured') });
  });
});
