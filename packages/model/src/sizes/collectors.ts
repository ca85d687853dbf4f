import type { DeclaredEnvironment } from '../environment.ts';
import { type Demands, headroom } from './component.ts';

/**
 * Seconds that the samplers wait for the spans of a trace. Above the slowest trace that matters: a trace that is still running
 * when the decision falls counts as fast.
 */
export const decisionWaitSeconds = 15;

/** Bytes of a span that a sampler holds. Assumed: twice what it has on the wire. */
const bytesOfHeldSpan = 2_000;

/** Bytes of a log line. Assumed. */
const bytesOfLine = 300;

const source = 'Splunk, "Sizing and scaling" of its collector';

/** Both tiers of collectors by spans per second, the first also by the lines that it archives. */
export function collectorDemands({ load, retention }: DeclaredEnvironment): Demands {
  const archived = retention.logArchive === undefined ? 0 : (load.logGigabytesPerDay * 1e9) / 86_400 / bytesOfLine;
  const gateway = load.spansPerSecond / 15_000 + archived / 10_000;
  const held = (load.spansPerSecond * decisionWaitSeconds * bytesOfHeldSpan) / 1e9;
  return {
    otelGateway: { cores: gateway, memoryGigabytes: gateway * 2 * headroom, because: `1 core and 2 GB for 15,000 spans/s or 10,000 archived lines/s (${source}); assumed: 300 bytes a line` },
    otelSampler: { cores: load.spansPerSecond / 15_000, memoryGigabytes: held * headroom, because: `1 core for 15,000 spans/s (${source}); memory: spans/s x ${decisionWaitSeconds} s of waiting x 2 kB, assumed` },
  };
}
