import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, valueAt } from '@bud-o11y/model';
import { renderHelmValues } from '../index.ts';
import { production } from '../testing/broken.ts';

const local = environmentNamed('local');

/** One program's artifact with other versions, held against the schema of those versions. */
function rendered(environment: Environment, name: string, components: Partial<Environment['components']>): { readonly at: (path: string) => unknown } {
  const artifact = renderHelmValues({ ...environment, components: { ...environment.components, ...components } }).find((candidate) => candidate.name === name);
  expect(artifact?.problems).toEqual([]);
  return { at: (path) => valueAt(artifact?.data, path.split('.')) };
}

describe('one intent in the shape of each version', () => {
  it.each([
    ['2.10.8', { retention: 'compactor.compaction.block_retention', idle: 'ingester.trace_idle_period', bytes: 'ingester.max_block_bytes', gone: 'live_store' }],
    ['3.0.3', { retention: 'backend_worker.compaction.block_retention', idle: 'live_store.max_trace_idle', bytes: 'live_store.max_block_bytes', gone: 'ingester' }],
  ])('Tempo %s', (tempo, { retention, idle, bytes, gone }) => {
    const { at } = rendered(local, 'tempo', { tempo });
    expect([at(retention), at(idle), at(bytes), at(gone)]).toEqual(['24h', '30s', 104_857_600, undefined]);
    expect(at('overrides.defaults.ingestion.max_traces_per_user')).toBe(local.limits.tempo.maxTracesPerUser);
    expect(at('storage.trace.local.path')).toBe('tempo/data/blocks');
  });

  it.each([
    ['2.9.17', { store: 'compactor.shared_store', gone: 'compactor.delete_request_store', names: undefined, clients: undefined }],
    ['3.7.6', { store: 'compactor.delete_request_store', gone: 'compactor.shared_store', names: [], clients: undefined }],
    ['3.8.0', { store: 'compactor.delete_request_store', gone: 'compactor.shared_store', names: [], clients: false }],
  ])('Loki %s', (loki, { store, gone, names, clients }) => {
    const { at } = rendered(local, 'loki', { loki });
    expect([at(store), at(gone), at('limits_config.discover_service_name'), at('storage_config.use_thanos_objstore')]).toEqual(['filesystem', undefined, names, clients]);
    expect([at('compactor.retention_enabled'), at('limits_config.retention_period')]).toEqual([true, local.retention.logs]);
  });

  it.each(['2.17.0', '3.2.0'])('Mimir %s', (mimir) => {
    expect(rendered(local, 'mimir', { mimir }).at('limits.compactor_blocks_retention_period')).toBe(local.retention.metrics);
  });

  it('Mimir behind Kafka loses the nulls that make it classic, and its ruler asks the query path', () => {
    const { at } = rendered({ ...production, mimirWritePath: 'ingestStorage' }, 'mimir', {});
    const config = (path: string): unknown => at(`mimir.structuredConfig.${path}`);
    expect(config('ingest_storage')).toEqual({ enabled: true, kafka: { address: production.kafka?.address, topic: 'mimir-ingest', auto_create_topic_enabled: true, auto_create_topic_default_partitions: 3 } });
    expect(config('ingester')).toEqual({ ring: {} });
    expect(config('distributor')).toEqual({ ha_tracker: { enable_ha_tracker: true, kvstore: { store: 'memberlist' } } });
    expect(config('ruler.query_frontend.address')).toBe('dns:///mimir-query-frontend.observability.svc:9095');
    expect(config('limits.compactor_blocks_retention_period')).toBe(production.retention.metrics);
  });
});
