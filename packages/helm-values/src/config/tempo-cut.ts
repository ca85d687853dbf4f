/**
 * When Tempo takes a trace for complete, and a block for full (document 5.1). Idle must not exceed live, or Tempo 3 stops
 * at start. Blocks below 10 MiB swamp compaction and search: the document's 1,000,000 bytes is taken for a slip of three digits.
 */
export const cutTraces = { idle: '30s', live: '2m', blockDuration: '5m', blockBytes: 100 * 1_024 * 1_024 } as const;
