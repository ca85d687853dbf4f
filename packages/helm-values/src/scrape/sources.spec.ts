import { describe, expect, it } from '@jest/globals';
import { type MetricSpec, catalogLabels, metricSpecs, targetLabels } from '@bud-o11y/model';
import { at, clusters } from '../testing/rendered.ts';
import { kubernetesScrapes } from './kubernetes.ts';
import { queueDepth, tokens } from './renames.ts';
import { originOf } from './sources.ts';

/** Metrics of programs that only environments with the pack have. */
const isOfPack = ({ name }: MetricSpec): boolean => name.startsWith('DCGM_');

describe.each(clusters)('in $environment.name', (one) => {
  const { environment } = one;
  const jobs = new Set(kubernetesScrapes(environment).map((job) => String(job['job_name'])));
  const pipelines = at(one, 'otel-gateway', 'alternateConfig', 'service', 'pipelines') as Readonly<Record<string, unknown>>;
  const expected = metricSpecs.filter((spec) => environment.packs.includes('dcgm') || !isOfPack(spec));

  it.each(expected.map(({ name }) => [name]))('%s has a scrape job, a pipeline, or the rulers that write it', (name) => {
    const from = originOf(name)?.from;
    if (from === undefined) throw new Error('nothing brings this metric in: add it to sources.ts');
    if (from !== 'rulers' && 'job' in from && from.job !== '*') expect(jobs).toContain(from.job);
    if (from !== 'rulers' && 'pipeline' in from) expect(Object.keys(pipelines)).toContain(from.pipeline);
  });
});

describe('originOf', () => {
  it('does not know what the catalog does not', () => {
    expect(originOf('made_up_total')).toBeUndefined();
  });

  it.each(metricSpecs.filter(({ provenance }) => provenance === 'document').map(({ name }) => [name]))('says what the platform must do for %s, which it does not expose', (name) => {
    // The two exporters that are applied here, or need no more than a Secret.
    if (name === 'node_memory_MemTotal_bytes') expect(originOf(name)?.needs).toBeUndefined();
    else expect(originOf(name)?.needs).toEqual(expect.any(String));
  });
});

describe('renames', () => {
  it.each([['inference_tokens_total', tokens], ['inference_queue_depth', queueDepth]] as const)('give %s the labels of the catalog', (name, rules) => {
    const set = rules.map((rule) => String(rule['target_label'])).filter((label) => label !== '__name__');
    const own = [...(catalogLabels(name) ?? [])].filter((label) => !(label in targetLabels) && label !== '__name__' && label !== 'endpoint');
    expect(set).toEqual(expect.arrayContaining(own));
    expect(rules.map((rule) => rule['replacement'])).toContain(name);
  });
});
