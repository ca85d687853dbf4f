/** What fifty finished requests say about how the server copes. */
export interface Window {
  /** Requests per millisecond. */
  readonly throughput: number;
  /** Milliseconds; undefined when fewer than half of the requests were measured. */
  readonly p95?: number;
  /** Whether the limit held somebody back: only then does the throughput say something about the limit. */
  readonly saturated: boolean;
}

export const windowSize = 50;

/** Collects successes and gives a window for every fiftieth. */
export function latencyWindows(now: () => number): { add(latencyMs: number | undefined, saturated: boolean): Window | undefined } {
  let begin = now();
  let count = 0;
  let latencies: number[] = [];
  let saturated = false;
  return {
    add(latencyMs, held) {
      count += 1;
      saturated ||= held;
      if (latencyMs !== undefined) latencies.push(latencyMs);
      if (count < windowSize) return undefined;
      const sorted = latencies.sort((a, b) => a - b);
      const p95 = sorted.length * 2 < windowSize ? undefined : sorted[Math.ceil(sorted.length * 0.95) - 1];
      const window = { throughput: count / Math.max(1e-6, now() - begin), saturated, ...(p95 === undefined ? {} : { p95 }) };
      begin = now();
      count = 0;
      latencies = [];
      saturated = false;
      return window;
    },
  };
}
