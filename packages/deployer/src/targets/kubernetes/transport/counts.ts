/** What was sent and received so far, exactly; a live view. */
export interface RequestCounts {
  /** Requests by their name, each once however often it was sent. */
  readonly byName: ReadonlyMap<string, number>;
  /** Sum of `byName`. */
  readonly requests: number;
  /** Further sendings of the same requests; replays after a 401 are not among them. */
  readonly retries: number;
  /** Answers 429 and 503. */
  readonly throttled: number;
  /** Connections opened. */
  readonly connections: number;
  /** Bytes of request and of answer bodies. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** The side of the counts that writes. */
export interface Counter {
  readonly counts: RequestCounts;
  request(name: string): void;
  add(what: 'retries' | 'throttled' | 'connections' | 'bytesSent' | 'bytesReceived', amount?: number): void;
}

export function requestCounter(): Counter {
  const byName = new Map<string, number>();
  const counts = { byName, requests: 0, retries: 0, throttled: 0, connections: 0, bytesSent: 0, bytesReceived: 0 };
  return {
    counts,
    request(name) {
      counts.requests += 1;
      byName.set(name, (byName.get(name) ?? 0) + 1);
    },
    add(what, amount = 1) {
      counts[what] += amount;
    },
  };
}
