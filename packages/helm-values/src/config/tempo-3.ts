import type { Environment } from '@bud-o11y/model';
import { isDirectory, loopbackPorts } from '../addresses.ts';
import type { Tempo3Config } from '../schemas/tempo-config.ts';
import { goDuration } from '../units.ts';
import { loopbackRing } from './loopback-ring.ts';
import { cutTraces } from './tempo-cut.ts';

type Parts = Pick<Tempo3Config, 'live_store' | 'block_builder' | 'backend_scheduler' | 'backend_worker'>;

/** Document 5.1's trace settings under their names in Tempo 3, which has no ingester and no compactor. */
export function tempo3Parts(environment: Environment): Parts {
  const compaction = { block_retention: goDuration(environment.retention.traces) };
  const liveStore = { max_trace_idle: cutTraces.idle, max_trace_live: cutTraces.live, max_block_duration: cutTraces.blockDuration, max_block_bytes: cutTraces.blockBytes };
  const provider = { compaction: { compaction } };
  if (!isDirectory(environment)) {
    return { live_store: liveStore, block_builder: { block: { max_block_bytes: cutTraces.blockBytes } }, backend_scheduler: { provider }, backend_worker: { compaction } };
  }
  return {
    live_store: { ...liveStore, ring: loopbackRing, partition_ring: { kvstore: loopbackRing.kvstore }, wal: { path: 'tempo/data/live-store' }, shutdown_marker_dir: 'tempo/data/shutdown-marker' },
    backend_scheduler: { local_work_path: 'tempo/data/work', provider },
    backend_worker: { backend_scheduler_addr: `127.0.0.1:${loopbackPorts.tempoGrpc}`, compaction },
  };
}
