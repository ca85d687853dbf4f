import { describe, expect, it } from '@jest/globals';
import { type Environment, durationMs, environmentNamed, readEnvironment } from '@bud-o11y/model';
import { leavesOf } from './explain/leaves.ts';
import { renderHelmValues } from './index.ts';
import { at, clusters, rendered } from './testing/rendered.ts';

/** Where each program's own configuration stands: below the chart's values, or in a file of its own. */
const own = (isCluster: boolean) => ({
  mimir: isCluster ? ['mimir', 'structuredConfig'] : [],
  loki: isCluster ? ['loki', 'structuredConfig'] : [],
  tempo: isCluster ? ['tempo', 'structuredConfig'] : [],
});

/** What a command says for a flag. */
const flag = (command: unknown, name: string): string | undefined => (command as readonly string[]).find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);

describe('retention (document 8)', () => {
  it.each(rendered)('of $environment.name is set and enforced in every backend', (one) => {
    const { retention, target } = one.environment;
    const { mimir, loki, tempo } = own(target.kind === 'kubernetes');
    expect(at(one, 'mimir', ...mimir, 'limits', 'compactor_blocks_retention_period')).toBe(retention.metrics);
    expect(at(one, 'loki', ...loki, 'limits_config', 'retention_period')).toBe(retention.logs);
    expect(at(one, 'loki', ...loki, 'limits_config', 'retention_stream')).toEqual([{ selector: '{level="debug"}', priority: 1, period: retention.debugLogs }]);
    expect(at(one, 'loki', ...loki, 'compactor', 'retention_enabled')).toBe(true);
    expect(at(one, 'loki', ...loki, 'compactor', 'delete_request_store')).toBe(target.kind === 'kubernetes' ? 's3' : 'filesystem');
    for (const path of [['backend_scheduler', 'provider', 'compaction', 'compaction'], ['backend_worker', 'compaction'], ['overrides', 'defaults', 'compaction']]) {
      const kept = at(one, 'tempo', ...tempo, ...path, 'block_retention');
      expect(kept).toMatch(/^\d+h$/);
      expect(durationMs(String(kept))).toBe(durationMs(retention.traces));
    }
  });

  it.each(rendered)('of $environment.name keeps the hot tier in Prometheus, by value or by flag', (one) => {
    const { retention, target } = one.environment;
    const kept = target.kind === 'kubernetes' ? at(one, 'prometheus', 'prometheus', 'prometheusSpec', 'retention') : flag(at(one, 'compose', 'services', 'prometheus', 'command'), '--storage.tsdb.retention.time');
    expect(kept).toBe(retention.metricsHot);
  });

  it.each(clusters)('of $environment.name archives logs where it says so', (one) => {
    const { retention, objectStore } = one.environment;
    const archived = retention.logArchive !== undefined;
    expect(at(one, 'otel-gateway', 'alternateConfig', 'exporters', 'awss3', 's3uploader', 's3_bucket')).toBe(archived ? objectStore.buckets.logArchive : undefined);
    expect(at(one, 'otel-gateway', 'alternateConfig', 'service', 'pipelines', 'logs') !== undefined).toBe(archived);
    expect(String(at(one, 'alloy', 'alloy', 'configMap', 'content')).includes('otelcol.receiver.loki "archive"')).toBe(archived);
  });

  it.each([
    { change: { metrics: '30d' }, keys: ['mimir mimir.structuredConfig.limits.compactor_blocks_retention_period'] },
    { change: { metricsHot: '7d' }, keys: ['prometheus prometheus.prometheusSpec.retention'] },
    { change: { logs: '20d' }, keys: ['loki loki.structuredConfig.limits_config.max_query_length', 'loki loki.structuredConfig.limits_config.retention_period'] },
    { change: { debugLogs: '2d' }, keys: ['loki loki.structuredConfig.limits_config.retention_stream.0.period'] },
    {
      change: { traces: '3d' },
      keys: [
        'tempo overrides.defaults.compaction.block_retention',
        'tempo tempo.structuredConfig.backend_scheduler.provider.compaction.compaction.block_retention',
        'tempo tempo.structuredConfig.backend_worker.compaction.block_retention',
        'tempo tempo.structuredConfig.overrides.defaults.compaction.block_retention',
        'tempo tempo.structuredConfig.query_frontend.search.max_duration',
      ],
    },
  ] as const)('$change in one environment changes the keys that enforce it, and nothing else', ({ change, keys }) => {
    const before = environmentNamed('production');
    const { sizes: _, ...declared } = before;
    const after = readEnvironment('production', [{ ...declared, retention: { ...declared.retention, ...change } }]);
    const values = (environment: Environment) => new Map(renderHelmValues(environment).flatMap(({ name, data }) => leavesOf(data).map(({ path, value }) => [`${name} ${path.join('.')}`, value] as const)));
    const [old, changed] = [values(before), values(after)];
    expect([...changed].filter(([key, value]) => !Object.is(old.get(key), value) && typeof value !== 'object').map(([key]) => key).toSorted()).toEqual(keys);
    expect([...changed.keys()]).toEqual([...old.keys()]);
  });
});
