import { type Artifact, type Environment, durationMs, valueAt } from '@bud-o11y/model';
import { type Finding, bundleCheck } from '../check.ts';

/** One place in a backend's configuration that decides how long data is kept. */
interface Tier {
  /** Release of a cluster, program of a directory. */
  readonly name: string;
  readonly kept: keyof Environment['retention'];
  /** Where the number stands in the program's own configuration. */
  readonly path: string;
  /** What lies before it in the values of the chart. */
  readonly values: string;
}

/** Document 8, as each backend enforces it. Prometheus takes its own as a flag where no chart starts it. */
const tiers: readonly Tier[] = [
  { name: 'mimir', kept: 'metrics', path: 'limits.compactor_blocks_retention_period', values: 'mimir.structuredConfig' },
  { name: 'loki', kept: 'logs', path: 'limits_config.retention_period', values: 'loki.structuredConfig' },
  { name: 'loki', kept: 'debugLogs', path: 'limits_config.retention_stream.0.period', values: 'loki.structuredConfig' },
  { name: 'tempo', kept: 'traces', path: 'overrides.defaults.compaction.block_retention', values: 'tempo.structuredConfig' },
  { name: 'prometheus', kept: 'metricsHot', path: 'retention', values: 'prometheus.prometheusSpec' },
];

/** The tiers of document 8 add up, and every backend keeps what its tier says. */
export const retentionTiers = bundleCheck({
  id: 'retention-tiers',
  severity: 'error',
  why: 'data that everybody believes to be there is gone, or is kept and paid for without anybody knowing',
  appliesTo: ['helm-values', 'program-config'],
  *run({ bundle, environment }) {
    for (const artifact of bundle.artifacts) {
      for (const tier of tiers) yield* disagreement(artifact, tier, environment);
    }
    yield* archive(bundle.artifacts, environment);
  },
});

function* disagreement(artifact: Artifact, { name, kept, path, values }: Tier, { target, retention }: Environment): Iterable<Finding> {
  const isPlaced = artifact.kind === 'helm-values' || (artifact.kind === 'program-config' && target.kind === 'directory' && name !== 'prometheus');
  if (artifact.name !== name || !isPlaced) return;
  const at = artifact.kind === 'helm-values' ? `${values}.${path}` : path;
  const found = valueAt(artifact.data, at.split('.'));
  const meant = retention[kept];
  if (typeof found === 'string' && meant !== undefined && durationMs(found) === durationMs(meant)) return;
  yield { artifact, at, what: `keeps ${found === undefined ? 'data for as long as its default says' : String(found)}, and retention.${kept} of this environment is ${meant}`, fix: `write retention.${kept} there` };
}

function* archive(artifacts: readonly Artifact[], environment: Environment): Iterable<Finding> {
  const { logArchive, logs } = environment.retention;
  if (logArchive === undefined || environment.target.kind === 'directory') return;
  const file = `packages/model/src/environments/${environment.name}.ts`;
  if ((durationMs(logArchive) ?? 0) < (durationMs(logs) ?? 0)) {
    yield { file, at: 'retention.logArchive', what: `the archive keeps ${logArchive}, which is less than the ${logs} of Loki`, fix: 'archive for longer, or leave logArchive out' };
  }
  const writer = artifacts.find(({ kind, name }) => kind === 'helm-values' && name === 'otel-gateway');
  const bucket = writer === undefined ? undefined : valueAt(writer.data, ['alternateConfig', 'exporters', 'awss3', 's3uploader', 's3_bucket']);
  if (writer !== undefined && bucket !== environment.objectStore.buckets.logArchive) {
    yield { artifact: writer, at: 'alternateConfig.exporters.awss3', what: `does not write the archive of ${logArchive} into ${environment.objectStore.buckets.logArchive}`, fix: 'add the exporter to the pipeline of logs, or leave retention.logArchive out' };
  }
}
