import type { DeclaredEnvironment } from '../environment.ts';
import { type Demands, headroom } from './component.ts';

const source = 'Tempo, "Size the cluster"';

/** Bytes of one span. Assumed: twenty attributes of ordinary length. */
const bytesOfSpan = 1_000;

/** Share of spans in traces with an error or slower than the threshold, which are always kept. Assumed. */
const alwaysKept = 0.05;

/** Megabytes a second that reach Tempo: what the samplers keep. */
export function tempoMegabytesPerSecond({ load, sampling }: DeclaredEnvironment): number {
  return (load.spansPerSecond * Math.min(1, sampling.traces + alwaysKept) * bytesOfSpan) / 1e6;
}

/** Tempo by the spans that are kept. Live stores and block builders are one per Kafka partition: Tempo 3 refuses another number. */
export function tempoDemands(environment: DeclaredEnvironment): Demands {
  const rate = tempoMegabytesPerSecond(environment);
  const partitions = environment.kafka === undefined ? {} : { replicas: environment.kafka.partitions };
  return {
    tempoDistributor: { cores: rate / 5, memoryGigabytes: (rate / 5) * headroom, because: `2 cores and 2 GB for 10 MB/s (${source})` },
    tempoLiveStore: { ...partitions, cores: rate / 8, memoryGigabytes: rate * headroom, because: `1 replica per partition; 1 core and 8 GB for 8 MB/s (${source})` },
    tempoBlockBuilder: { ...partitions, cores: rate / 16, memoryGigabytes: rate * headroom, because: `1 replica per partition; 0.5 cores and 8 GB for 8 MB/s (${source})` },
    tempoQuerier: { cores: rate / 1.5, memoryGigabytes: (rate / 1.5) * 4 * headroom, because: `1 replica of 4 GB for 1.5 MB/s (${source}); assumed: 1 core each` },
  };
}
