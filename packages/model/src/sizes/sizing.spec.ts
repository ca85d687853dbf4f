import { describe, expect, it } from '@jest/globals';
import { type DeclaredEnvironment, type EnvironmentInput, environmentNamed, quantityValue, readEnvironment } from '../index.ts';
import { production as file } from '../environments/production.ts';
import { sizedComponents } from './component.ts';
import { sizesOf, sizingOf } from './sizing.ts';

const production: DeclaredEnvironment = environmentNamed('production');
const loaded = (load: Partial<DeclaredEnvironment['load']>, more: Partial<DeclaredEnvironment> = {}): DeclaredEnvironment => ({ ...production, ...more, load: { ...production.load, ...load } });

describe('sizes', () => {
  it.each([
    { name: '1 core and 2.5 GB for 300,000 series in memory, half as much again of memory', environment: loaded({ series: 1_200_000 }), component: 'mimirIngester', size: { replicas: 3, cpu: '4', memory: '14Gi', storage: '50Gi' } },
    { name: 'the second copy that a second Prometheus sends', environment: loaded({ samplesPerSecond: 75_000 }), component: 'mimirDistributor', size: { replicas: 3, cpu: '2', memory: '3Gi' } },
    { name: 'one compactor for 20,000,000 series', environment: loaded({ series: 40_000_000 }), component: 'mimirCompactor', size: { replicas: 2, cpu: '1', memory: '5888Mi', storage: '500Gi' } },
    { name: '59 GB of memory for 3,000 GB of logs a day, in replicas of 4 cores at most', environment: loaded({ logGigabytesPerDay: 3_000 }), component: 'loki', size: { replicas: 10, cpu: '3800m', memory: '8448Mi', storage: '500Gi' } },
    { name: 'a live store per partition, whatever the load', environment: loaded({ spansPerSecond: 1_000_000 }, { kafka: { address: 'kafka:9092', partitions: 12 } }), component: 'tempoLiveStore', size: { replicas: 12, cpu: '1600m', memory: '17920Mi' } },
    { name: 'the memory that waiting for a decision takes', environment: loaded({ spansPerSecond: 600_000 }), component: 'otelSampler', size: { replicas: 10, cpu: '4', memory: '4Gi' } },
    { name: 'what Prometheus keeps', environment: loaded({ samplesPerSecond: 100_000 }), component: 'prometheus', size: { replicas: 2, cpu: '4', memory: '4Gi', storage: '500Gi' } },
  ] as const)('count $name', ({ environment, component, size }) => {
    expect(sizesOf(environment)[component]).toEqual(size);
  });

  it('never fall below the profile, and say which of the two won', () => {
    const quiet = sizingOf(loaded({ series: 1, samplesPerSecond: 1, logGigabytesPerDay: 0.1, spansPerSecond: 1 }));
    expect(quiet.flatMap(({ origins }) => Object.values(origins)).every((origin) => origin === 'profile')).toBe(true);
    expect(sizingOf(loaded({ series: 1_200_000 })).find(({ component }) => component === 'mimirIngester')?.origins).toEqual({ replicas: 'profile', cpu: 'computed', memory: 'computed', storage: 'computed' });
  });

  it('never shrink when the load grows', () => {
    const factors = [1, 3, 10, 30, 100];
    const totals = factors.map((factor) => sizesOf(loaded({ series: 300_000 * factor, samplesPerSecond: 20_000 * factor, logGigabytesPerDay: 100 * factor, spansPerSecond: 2_000 * factor })));
    for (const component of sizedComponents) {
      const memory = totals.map((sizes) => sizes[component].replicas * quantityValue(sizes[component].memory));
      expect(memory).toEqual(memory.toSorted((one, other) => one - other));
    }
  });

  it.each([
    { name: 'Tempo, whose parts read from Kafka again', component: 'tempoLiveStore', replicas: 3, storage: undefined },
    { name: 'several Grafanas, which share a database', component: 'grafana', replicas: 2, storage: undefined },
    { name: 'one Grafana, which keeps its own', component: 'grafana', replicas: 1, storage: '10Gi' },
  ] as const)('have the volume of $name', ({ component, replicas, storage }) => {
    expect(sizesOf({ ...production, sizeOverrides: { [component]: { replicas } } })[component].storage).toBe(storage);
  });

  it('are overridden number by number, in the environment that says so', () => {
    const input: EnvironmentInput = { ...file, sizeOverrides: { loki: { storage: '300Gi' }, grafana: { replicas: 3 } } };
    const { sizes, ...declared } = readEnvironment('production', [input]);
    expect(sizes.loki).toEqual({ ...sizesOf(production).loki, storage: '300Gi' });
    expect(sizes.grafana.replicas).toBe(3);
    expect(sizingOf(declared).find(({ component }) => component === 'loki')?.origins.storage).toBe('environment');
    expect(sizes.tempoQuerier).toEqual(sizesOf(production).tempoQuerier);
  });
});
