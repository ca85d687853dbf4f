import type { Environment } from '@bud-o11y/model';
import { isDirectory, loopbackPorts, portOf, tempoOtlp } from '../addresses.ts';
import { majorOf } from '../component-version.ts';
import type { Tempo2Config, Tempo3Config, TempoCommon, TempoOverrides, TempoS3 } from '../schemas/tempo-config.ts';
import { objectStoreVariables } from '../secrets.ts';
import { goDuration } from '../units.ts';
import { loopbackRing } from './loopback-ring.ts';
import { tempo2Parts } from './tempo-2.ts';
import { tempo3Parts } from './tempo-3.ts';

/** Tempo's configuration in the shape of the version that the environment runs. In a cluster that is 3, the only one that its chart can run. */
export function tempoConfig(environment: Environment): Tempo2Config | Tempo3Config {
  return isDirectory(environment) && majorOf(environment, 'tempo') === 2 ? { ...common(environment), ...tempo2Parts(environment) } : tempo3Config(environment);
}

/** Document 5.1 for Tempo 3. For a cluster, what goes over the chart's own file. */
export function tempo3Config(environment: Environment): Tempo3Config {
  return { ...common(environment), ...tempo3Parts(environment) };
}

function common(environment: Environment): TempoCommon {
  return {
    multitenancy_enabled: environment.tenancy !== 'single',
    usage_report: { reporting_enabled: false },
    overrides: tempoOverrides(environment),
    query_frontend: { search: { max_duration: goDuration(environment.retention.traces) } },
    ...(isDirectory(environment) ? directory(environment) : { storage: { trace: tempoStorage(environment) } }),
  };
}

/** `overrides.defaults`: an entry per tenant would have to repeat all of it, since entries do not merge. */
export function tempoOverrides(environment: Environment): TempoOverrides {
  return {
    defaults: {
      ingestion: { rate_strategy: 'global', rate_limit_bytes: 30_000_000, burst_size_bytes: 40_000_000, max_traces_per_user: environment.limits.tempo.maxTracesPerUser },
      global: { max_bytes_per_trace: 20_000_000 },
      compaction: { block_retention: goDuration(environment.retention.traces) },
    },
  };
}

/** Where blocks are. The chart asks for it under the same keys outside the configuration too. */
export function tempoStorage({ objectStore }: Environment): TempoS3 {
  return {
    backend: 's3',
    s3: {
      bucket: objectStore.buckets.tempo,
      endpoint: objectStore.endpoint,
      region: objectStore.region,
      insecure: objectStore.insecure,
      forcepathstyle: true,
      access_key: `\${${objectStoreVariables.id}}`,
      secret_key: `\${${objectStoreVariables.key}}`,
    },
  };
}

function directory(environment: Environment): Pick<TempoCommon, 'server' | 'distributor' | 'storage'> {
  return {
    server: { http_listen_address: '127.0.0.1', http_listen_port: portOf(environment.urls.tempo), grpc_listen_address: '127.0.0.1', grpc_listen_port: loopbackPorts.tempoGrpc },
    distributor: { ring: loopbackRing, receivers: { otlp: { protocols: { grpc: { endpoint: tempoOtlp(environment) } } } } },
    storage: { trace: { backend: 'local', local: { path: 'tempo/data/blocks' }, wal: { path: 'tempo/data/wal' } } },
  };
}
