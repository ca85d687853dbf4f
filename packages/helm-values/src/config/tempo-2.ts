import type { Environment } from '@bud-o11y/model';
import type { Tempo2Config } from '../schemas/tempo-config.ts';
import { goDuration } from '../units.ts';
import { loopbackRing } from './loopback-ring.ts';
import { cutTraces } from './tempo-cut.ts';

/** The same settings for Tempo 2.10 as one process on a directory; it knows no longest life of a trace. */
export function tempo2Parts(environment: Environment): Pick<Tempo2Config, 'ingester' | 'compactor'> {
  return {
    ingester: {
      trace_idle_period: cutTraces.idle,
      max_block_duration: cutTraces.blockDuration,
      max_block_bytes: cutTraces.blockBytes,
      lifecycler: { address: loopbackRing.instance_addr, ring: { kvstore: loopbackRing.kvstore, replication_factor: 1 } },
    },
    compactor: { compaction: { block_retention: goDuration(environment.retention.traces) } },
  };
}
