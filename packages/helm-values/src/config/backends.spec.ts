import { describe, expect, it } from '@jest/globals';
import { at, clusters, rendered } from '../testing/rendered.ts';

describe('Mimir', () => {
  it.each(clusters)('of $environment.name gives each use of its bucket a prefix', (one) => {
    const prefixes = ['blocks_storage', 'ruler_storage', 'alertmanager_storage'].map((use) => at(one, 'mimir', 'mimir', 'structuredConfig', use, 'storage_prefix'));
    expect(new Set(prefixes).size).toBe(3);
    for (const prefix of prefixes) expect(prefix).toMatch(/^[A-Za-z0-9]+$/);
  });

  it.each(clusters)('of $environment.name keeps the nulls that make it classic', (one) => {
    const text = one.artifacts.find(({ name }) => name === 'mimir')?.text ?? '';
    for (const key of ['push_grpc_method_enabled', 'remote_timeout', 'address', 'topic', 'auto_create_topic_default_partitions']) expect(text).toMatch(new RegExp(`^ +${key}: null$`, 'm'));
    expect(at(one, 'mimir', 'kafka', 'enabled')).toBe(false);
  });

  it.each(clusters)('of $environment.name can write to as many ingesters as it copies to', (one) => {
    const copies = at(one, 'mimir', 'mimir', 'structuredConfig', 'ingester', 'ring', 'replication_factor');
    expect(Number(at(one, 'mimir', 'ingester', 'replicas'))).toBeGreaterThanOrEqual(Number(copies));
  });

  it.each(clusters)('of $environment.name deduplicates exactly when two Prometheus send the same', (one) => {
    const pair = one.environment.sizes.prometheus.replicas > 1;
    expect(at(one, 'mimir', 'mimir', 'structuredConfig', 'limits', 'accept_ha_samples')).toBe(pair ? true : undefined);
    expect(at(one, 'mimir', 'mimir', 'structuredConfig', 'limits', 'ha_cluster_label')).toBe(pair ? 'k8s_cluster' : undefined);
    expect(at(one, 'prometheus', 'prometheus', 'prometheusSpec', 'replicaExternalLabelName')).toBe(pair ? '__replica__' : undefined);
  });
});

describe('Tempo', () => {
  it.each(rendered)('of $environment.name has no key that version 3 refuses, and scoped overrides', (one) => {
    const path = one.environment.target.kind === 'kubernetes' ? ['tempo', 'structuredConfig'] : [];
    for (const removed of ['ingester', 'compactor']) expect(at(one, 'tempo', ...path, removed)).toBeUndefined();
    expect(at(one, 'tempo', ...path, 'overrides', 'defaults', 'ingestion', 'max_traces_per_user')).toBe(one.environment.limits.tempo.maxTracesPerUser);
    expect(Number(at(one, 'tempo', ...path, 'live_store', 'max_block_bytes'))).toBeGreaterThan(10 * 1_024 * 1_024);
  });

  it.each(clusters)('of $environment.name has one live store and one block builder per partition', (one) => {
    const partitions = at(one, 'tempo', 'ingest', 'kafka', 'auto_create_topic_default_partitions');
    expect([at(one, 'tempo', 'liveStore', 'replicas'), at(one, 'tempo', 'blockBuilder', 'replicas')]).toEqual([partitions, partitions]);
  });
});

describe('Loki', () => {
  it.each(clusters)('of $environment.name runs in one mode only', (one) => {
    expect(at(one, 'loki', 'singleBinary', 'replicas')).toBe(one.environment.sizes.loki.replicas);
    for (const part of ['read', 'write', 'backend']) expect(at(one, 'loki', part, 'replicas')).toBe(0);
  });

  it.each(clusters)('of $environment.name has each rule evaluated once, however many replicas it has', (one) => {
    const ruler = at(one, 'loki', 'loki', 'structuredConfig', 'ruler') as { readonly enable_sharding?: boolean; readonly ring?: unknown };
    const shared = one.environment.sizes.loki.replicas > 1;
    expect([ruler.enable_sharding, ruler.ring]).toEqual(shared ? [true, { kvstore: { store: 'memberlist' } }] : [undefined, undefined]);
  });
});
