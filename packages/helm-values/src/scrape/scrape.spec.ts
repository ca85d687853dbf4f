import { describe, expect, it } from '@jest/globals';
import { environmentNamed, instrumentedServices } from '@bud-o11y/model';
import { clusters } from '../testing/rendered.ts';
import { kubernetesScrapes } from './kubernetes.ts';
import { free, loopbackScrapes } from './loopback.ts';
import { forbiddenLabels } from './relabel.ts';

const jobNames = (jobs: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] => jobs.map((job) => job['job_name']);

describe('kubernetesScrapes', () => {
  it.each(clusters)('of $environment.name has one job per service, under the service\'s name', ({ environment }) => {
    const jobs = kubernetesScrapes(environment);
    expect(new Set(jobNames(jobs)).size).toBe(jobs.length);
    expect(jobNames(jobs)).toEqual(expect.arrayContaining(instrumentedServices.map(({ name }) => name)));
  });

  it.each(clusters)('of $environment.name drops high-cardinality labels and gives the target labels', ({ environment }) => {
    for (const job of kubernetesScrapes(environment)) {
      expect(job).toMatchObject({ label_limit: expect.any(Number), sample_limit: expect.any(Number), label_name_length_limit: expect.any(Number), label_value_length_limit: expect.any(Number) });
      expect((job['metric_relabel_configs'] as readonly unknown[]).at(-1)).toEqual({ action: 'labeldrop', regex: forbiddenLabels.join('|') });
      const targets = (job['relabel_configs'] as readonly { readonly target_label?: string }[]).map(({ target_label: label }) => label).filter(Boolean);
      expect(targets).toEqual(expect.arrayContaining(['service', 'namespace', 'pod', 'node']));
    }
  });
});

describe('loopbackScrapes', () => {
  const local = environmentNamed('local');

  it('asks each port once', () => {
    const targets = loopbackScrapes(local).flatMap((job) => (job['static_configs'] as readonly { readonly targets: readonly string[] }[]).flatMap((config) => config.targets));
    expect(targets.length).toBe(loopbackScrapes(local).length);
    expect(new Set(targets).size).toBe(targets.length);
  });

  it.each([[3000, 13_000], [9082, 9082]])('moves port %p to %p when Grafana has it', (port, moved) => {
    expect(free(port, new Set([3000]))).toBe(moved);
  });
});
