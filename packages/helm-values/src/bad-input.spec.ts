import { describe, expect, it } from '@jest/globals';
import { type Problem, valueAt, yamlText } from '@bud-o11y/model';
import { duplicateReleases, duplicateSecretKeys } from './duplicates.ts';
import { lostValues } from './lost-values.ts';
import { requiredSecrets } from './secrets.ts';
import { chartOf, production, withEnvironment, withValue } from './testing/broken.ts';

interface Case {
  readonly input: string;
  readonly problems: readonly Problem[];
  readonly code: string;
  readonly release: string;
  readonly path: string;
  /** What the problem says of it, and what it advises where that is the point. */
  readonly says: string;
}

const mimir = 'mimir.structuredConfig';
const loki = 'loki.structuredConfig';
const policies = ['alternateConfig', 'processors', 'tail_sampling', 'policies'];
const share = [...policies, (valueAt(chartOf('otel-sampler').values(production), policies) as readonly { readonly type: string }[]).findIndex(({ type }) => type === 'probabilistic'), 'probabilistic', 'sampling_percentage'];
const period = { from: '2024-01-01', store: 'tsdb', object_store: 's3', schema: 'v13', index: { prefix: 'index_', period: '24h' } };
const place = { environment: 'production', release: 'loki', file: '' };
const { retention, sampling, sizes, objectStore } = production;

const cases: readonly Case[] = [
  { input: 'an unknown key', problems: withValue('loki', ['deploymentMod'], 'Monolithic'), code: 'values-unknown-key', release: 'loki', path: 'deploymentMod', says: 'did you mean deploymentMode?' },
  { input: "an unknown key of the program's own configuration", problems: withValue('mimir', ['mimir', 'structuredConfig', 'limits', 'ingestion_rat'], 1), code: 'values-unknown-key', release: 'mimir', path: `${mimir}.limits.ingestion_rat`, says: 'did you mean ingestion_rate?' },
  { input: 'an unknown key where there are alternatives', problems: withValue('mimir', ['mimir', 'structuredConfig', 'blocks_storage', 'storage_prefx'], 'b'), code: 'values-unknown-key', release: 'mimir', path: `${mimir}.blocks_storage.storage_prefx`, says: 'did you mean storage_prefix?' },
  { input: 'a key of Tempo 2', problems: withValue('tempo', ['tempo', 'structuredConfig', 'ingester'], {}), code: 'values-unknown-key', release: 'tempo', path: 'tempo.structuredConfig.ingester', says: 'unknown key "ingester"' },
  { input: 'a wrong type', problems: withValue('mimir', ['ingester', 'replicas'], '3'), code: 'values-invalid', release: 'mimir', path: 'ingester.replicas', says: 'expected number' },
  { input: 'a value that is missing', problems: withValue('mimir', ['ingester', 'replicas'], undefined), code: 'values-invalid', release: 'mimir', path: 'ingester.replicas', says: 'ingester.replicas is missing' },
  { input: 'a retention below what Loki allows', problems: withEnvironment('loki', { retention: { ...retention, debugLogs: '1d', logs: '12h' } }), code: 'values-invalid', release: 'loki', path: `${loki}.limits_config.retention_period`, says: 'a retention of 12h is below 24h' },
  { input: 'a retention of one stream below it', problems: withEnvironment('loki', { retention: { ...retention, debugLogs: '2h' } }), code: 'values-invalid', release: 'loki', path: `${loki}.limits_config.retention_stream.0.period`, says: 'a retention of 2h is below 24h' },
  { input: 'a retention that Mimir takes for ever', problems: withEnvironment('mimir', { retention: { ...retention, metrics: '0d' } }), code: 'values-invalid', release: 'mimir', path: `${mimir}.limits.compactor_blocks_retention_period`, says: '0 keeps everything for ever' },
  { input: 'a retention that Tempo cannot keep to', problems: withEnvironment('tempo', { retention: { ...retention, traces: '30m' } }), code: 'values-invalid', release: 'tempo', path: 'tempo.structuredConfig.overrides.defaults.compaction.block_retention', says: 'below 1h' },
  { input: 'a retention that Prometheus cannot keep to', problems: withEnvironment('prometheus', { retention: { ...retention, metricsHot: '1h' } }), code: 'values-invalid', release: 'prometheus', path: 'prometheus.prometheusSpec.retention', says: 'below 2h' },
  { input: 'more copies of a sample than ingesters', problems: withEnvironment('mimir', { sizes: { ...sizes, mimirIngester: { ...sizes.mimirIngester, replicas: 1 } } }), code: 'values-invalid', release: 'mimir', path: `${mimir}.ingester.ring.replication_factor`, says: '3 copies are to be kept by 1 instances' },
  { input: 'more copies of a line than replicas', problems: withValue('loki', ['singleBinary', 'replicas'], 2), code: 'values-invalid', release: 'loki', path: `${loki}.common.replication_factor`, says: '3 copies are to be kept by 2 instances' },
  { input: 'a Loki schema entry changed after its date', problems: withValue('loki', ['loki', 'structuredConfig', 'schema_config', 'configs', 0, 'index', 'prefix'], 'logs_'), code: 'values-invalid', release: 'loki', path: `${loki}.schema_config.configs.0`, says: 'the schema period of 2024-01-01 has begun' },
  { input: 'a Loki schema entry taken out', problems: withValue('loki', ['loki', 'structuredConfig', 'schema_config', 'configs'], [{ ...period, from: '2030-01-01' }]), code: 'values-invalid', release: 'loki', path: `${loki}.schema_config.configs.0`, says: 'append a period with a date to come' },
  { input: 'a Loki schema entry before one that has begun', problems: withValue('loki', ['loki', 'structuredConfig', 'schema_config', 'configs', 1], { ...period, from: '2023-12-31' }), code: 'values-invalid', release: 'loki', path: `${loki}.schema_config.configs.1.from`, says: 'does not come after that of 2024-01-01' },
  { input: 'a bucket shared by blocks and rules', problems: withValue('mimir', ['mimir', 'structuredConfig', 'ruler_storage', 'storage_prefix'], 'blocks'), code: 'values-invalid', release: 'mimir', path: `${mimir}.ruler_storage`, says: 'ruler_storage and blocks_storage are both at bud-mimir/blocks' },
  { input: 'a bucket shared by two programs', problems: withEnvironment('tempo', { objectStore: { ...objectStore, buckets: { ...objectStore.buckets, tempo: 'bud-loki' } } }), code: 'values-invalid', release: 'tempo', path: 'storage.trace.s3.bucket', says: 'the bucket bud-loki is also that of loki' },
  { input: 'a tenant id with a forbidden character', problems: withValue('mimir', ['runtimeConfig'], { overrides: { 'team/a': {} } }), code: 'values-invalid', release: 'mimir', path: 'runtimeConfig.overrides.team/a', says: 'not a tenant id' },
  { input: 'two tenants in one header', problems: withValue('prometheus', ['prometheus', 'prometheusSpec', 'remoteWrite', 0, 'headers'], { 'X-Scope-OrgID': 'a|b' }), code: 'values-invalid', release: 'prometheus', path: 'prometheus.prometheusSpec.remoteWrite.0.headers.X-Scope-OrgID', says: 'not a tenant id' },
  { input: 'a ratio of 10', problems: withEnvironment('otel-sampler', { sampling: { ...sampling, traces: 10 } }), code: 'values-invalid', release: 'otel-sampler', path: share.join('.'), says: 'a share is between 0 and 1' },
  { input: '0.1 where a percentage is due', problems: withValue('otel-sampler', share, 0.1), code: 'values-invalid', release: 'otel-sampler', path: share.join('.'), says: 'write 10' },
  { input: 'a duration without a unit', problems: withEnvironment('mimir', { retention: { ...retention, metrics: '90' as '90d' } }), code: 'values-invalid', release: 'mimir', path: `${mimir}.limits.compactor_blocks_retention_period`, says: 'not a duration with a unit' },
  { input: "a duration in days for Go's own parser", problems: withValue('tempo', ['tempo', 'structuredConfig', 'live_store', 'max_trace_live'], '7d'), code: 'values-invalid', release: 'tempo', path: 'tempo.structuredConfig.live_store.max_trace_live', says: 'not a duration in hours, minutes or seconds' },
  { input: 'a Secret key named twice', problems: duplicateSecretKeys([...requiredSecrets(production), { name: 'grafana-admin', keys: ['admin-user'], usedBy: 'the smoke test', releases: ['grafana'] }], production), code: 'values-duplicate', release: 'grafana', path: 'grafana-admin.admin-user', says: 'named twice, for Grafana and for the smoke test' },
  { input: 'a variable from a Secret named twice', problems: withValue('tempo', ['global', 'extraEnv', 1, 'name'], 'S3_ACCESS_KEY_ID'), code: 'values-invalid', release: 'tempo', path: 'global.extraEnv.1.name', says: 'the variable S3_ACCESS_KEY_ID is named twice' },
  { input: 'a secret in place of its variable', problems: withValue('tempo', ['storage', 'trace', 's3', 'secret_key'], 'hunter2'), code: 'values-invalid', release: 'tempo', path: 'storage.trace.s3.secret_key', says: 'not a reference to a variable' },
  { input: 'two releases of one name', problems: duplicateReleases([{ name: 'loki', data: { fullnameOverride: 'loki' } }, { name: 'loki', data: { fullnameOverride: 'loki-two' } }], production), code: 'values-duplicate', release: 'loki', path: '', says: 'two releases are named loki' },
  { input: 'two releases whose objects have one name', problems: duplicateReleases([{ name: 'loki', data: { fullnameOverride: 'logs' } }, { name: 'tempo', data: { fullnameOverride: 'logs' } }], production), code: 'values-duplicate', release: 'tempo', path: 'fullnameOverride', says: 'its objects are named logs, as those of loki are' },
  { input: 'null lost on the way to YAML', problems: lostValues({ a: { topic: null, enabled: true } }, 'a:\n  enabled: true\n', place), code: 'values-lost', release: 'loki', path: 'a.topic', says: 'null does not reach the file' },
  { input: '0 lost on the way to YAML', problems: lostValues({ read: { replicas: 0 } }, 'read:\n  replicas: null\n', place), code: 'values-lost', release: 'loki', path: 'read.replicas', says: '0 does not reach the file' },
];

describe('bad input', () => {
  it.each(cases)('$input is a problem of $release that names environment, release and path', ({ problems, code, release, path, says }) => {
    expect(problems.map(({ code: found, where }) => `${found} ${where.path ?? ''}`)).toEqual([`${code} ${path}`]);
    const [problem] = problems;
    expect(problem?.what).toContain(`${release} of production: `);
    expect(`${problem?.what} ${problem?.fix}`).toContain(says);
  });

  it('reports everything at once, whatever else is wrong', () => {
    const problems = withEnvironment('mimir', { replicationFactor: 3, retention: { ...retention, metrics: '1h' }, sizes: { ...sizes, mimirIngester: { replicas: 2, cpu: 'much', memory: '8Gi' } } });
    expect(problems.map(({ where }) => where.path)).toEqual([
      'ingester.resources.requests.cpu', `${mimir}.ingester.ring.replication_factor`, `${mimir}.limits.compactor_blocks_retention_period`,
    ]);
  });

  it('is told of the artifact that it is in', () => {
    expect(withEnvironment('mimir', { retention: { ...retention, metrics: '1h' } })[0]?.where).toEqual({
      artifact: 'helm-values:mimir', file: 'packages/helm-values/src/charts/mimir.ts', path: `${mimir}.limits.compactor_blocks_retention_period`,
    });
  });
});

describe('lostValues', () => {
  it('misses neither null, 0, false nor an empty list, text or map', () => {
    const values = { gone: null, none: 0, off: false, list: [], text: '', map: {}, undefined: undefined, negative: -1.5, list0: [0, null, ''] };
    expect(lostValues(values, yamlText(values), place)).toEqual([]);
  });

  it('compares what is really written for every value of a release', () => {
    const values = chartOf('mimir').values(production);
    expect(lostValues(values, yamlText(values).replaceAll(': null', ": ''"), place).map(({ where }) => where.path)).toContain(`${mimir}.ingester.push_grpc_method_enabled`);
  });
});
