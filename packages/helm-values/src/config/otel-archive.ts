import type { Environment } from '@bud-o11y/model';
import type { OtelPart } from './otel-common.ts';

/**
 * Document 8, archive of logs: raw lines go to a bucket of their own as well, because Loki has one tier only.
 * How long they stay there is the bucket's lifecycle rule (prerequisite: expire after `retention.logArchive`).
 * Undefined where the environment keeps no archive.
 */
export function logArchive(environment: Environment): OtelPart | undefined {
  const { objectStore, retention } = environment;
  if (retention.logArchive === undefined) return undefined;
  return {
    exporters: {
      awss3: {
        s3uploader: {
          region: objectStore.region,
          s3_bucket: objectStore.buckets.logArchive,
          s3_prefix: environment.name,
          endpoint: `${objectStore.insecure ? 'http' : 'https'}://${objectStore.endpoint}`,
          s3_force_path_style: true,
          disable_ssl: objectStore.insecure,
          compression: 'gzip',
        },
        marshaler: 'otlp_json',
      },
    },
    pipelines: { logs: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awss3'] } },
  };
}
