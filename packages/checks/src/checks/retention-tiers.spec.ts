import { describe, expect, it } from '@jest/globals';
import { type Artifact, type Environment, environmentNamed, makeArtifact } from '@bud-o11y/model';
import { makeContext } from '../context.ts';
import { retentionTiers } from './retention-tiers.ts';

const production = environmentNamed('production');
const { retention } = production;

const values = (name: string, data: Readonly<Record<string, unknown>>): Artifact =>
  makeArtifact({ kind: 'helm-values', project: 'helm-values', environment: 'production', name, path: `helm-values/production/${name}.yaml`, source: `packages/helm-values/src/charts/${name}.ts`, layer: 'backends', chart: { name, version: '1.0.0', repository: 'https://charts.bud.example' }, data });
const program = (name: string, data: Readonly<Record<string, unknown>>): Artifact =>
  makeArtifact({ kind: 'program-config', project: 'helm-values', environment: 'local', name, program: name, path: `helm-values/local/config/${name}.yaml`, source: `packages/helm-values/src/config/${name}.ts`, layer: 'backends', data });

const mimir = (kept?: string) => values('mimir', { mimir: { structuredConfig: { limits: { compactor_blocks_retention_period: kept } } } });
const loki = (logs: string, debug: string) => values('loki', { loki: { structuredConfig: { limits_config: { retention_period: logs, retention_stream: [{ selector: '{level="debug"}', period: debug }] } } } });
const tempo = (kept: string) => values('tempo', { tempo: { structuredConfig: { overrides: { defaults: { compaction: { block_retention: kept } } } } } });
const gateway = (bucket?: string) => values('otel-gateway', { alternateConfig: { exporters: bucket === undefined ? {} : { awss3: { s3uploader: { s3_bucket: bucket } } } } });

const found = (artifacts: readonly Artifact[], environment: Environment = production) => retentionTiers.run(makeContext({ environment: environment.name, artifacts, runbooks: new Map() }, environment, [environment])).map(({ where, what }) => [where.path, what]);

describe('retention-tiers', () => {
  it('accepts what says the same, in whatever unit', () => {
    expect(found([mimir(retention.metrics), loki(retention.logs, retention.debugLogs), tempo('168h'), gateway(production.objectStore.buckets.logArchive), values('prometheus', { prometheus: { prometheusSpec: { retention: '2w' } } })])).toEqual([]);
  });

  it.each([
    { name: 'another number', artifact: mimir('30d'), at: 'mimir.structuredConfig.limits.compactor_blocks_retention_period', what: /keeps 30d, and retention\.metrics of this environment is 90d/ },
    { name: 'no number', artifact: mimir(), at: 'mimir.structuredConfig.limits.compactor_blocks_retention_period', what: /as its default says/ },
    { name: 'a shorter stream', artifact: loki(retention.logs, '1d'), at: 'loki.structuredConfig.limits_config.retention_stream.0.period', what: /retention\.debugLogs/ },
    { name: 'traces that stay', artifact: tempo('336h'), at: 'tempo.structuredConfig.overrides.defaults.compaction.block_retention', what: /is 7d/ },
    { name: 'an archive that nobody writes', artifact: gateway(), at: 'alternateConfig.exporters.awss3', what: /does not write the archive of 1y into bud-loki-archive/ },
  ])('finds $name', ({ artifact, at, what }) => {
    expect(found([artifact])).toEqual([[at, expect.stringMatching(what)]]);
  });

  it('finds an archive that is shorter than what is archived', () => {
    expect(found([], { ...production, retention: { ...retention, logArchive: '7d' } })).toEqual([['retention.logArchive', 'the archive keeps 7d, which is less than the 30d of Loki']]);
  });

  it('reads a program\'s own file where the target is a directory', () => {
    const local = environmentNamed('local');
    expect(found([program('mimir', { limits: { compactor_blocks_retention_period: local.retention.metrics } })], local)).toEqual([]);
    expect(found([program('mimir', { limits: {} })], local).map(([at]) => at)).toEqual(['limits.compactor_blocks_retention_period']);
  });
});
