/** Numbers that no alert owns: they colour a panel and wake nobody. Each says why it is what it is. */
export const watch = {
  /** Under half of what HighLatency allows is when callers begin to notice. */
  latencySeconds: 2,
  /** Typical answers are to come within a second. */
  medianSeconds: 1,
  /** Half of the queue that QueueBacklog allows. */
  queueShare: 0.5,
  /** Busy, some way under HighCPU and HighMemory. */
  cpuRatio: 0.7,
  memoryRatio: 0.7,
  /** A service that fails one request in a hundred is worth a look; one in twenty is in trouble. */
  serverErrorRatio: 0.01,
  serverErrorRatioHigh: 0.05,
  /** At this pace the budget is gone within three days, within one. */
  exhaustionSeconds: 3 * 86_400,
  exhaustionSecondsLow: 86_400,
  /** One restart is worth knowing of; five in an hour are a loop. */
  restarts: 5,
  /** No room for the fail-over of a cluster. */
  gpuRatio: 0.85,
  /** One free GPU does not take a model that needs two. */
  freeGpus: 2,
  /** Over the day that the page shows; a burst is judged by LoginFailureBurst. */
  failedLogins: 50,
  failedLoginsHigh: 200,
  /** People mistype one password in five at worst; programs that guess fail nearly always. */
  failedLoginShare: 0.2,
  failedLoginShareHigh: 0.5,
  /** The engine begins to throw requests out of its batch when the cache is full. */
  cacheRatio: 0.85,
  cacheRatioHigh: 0.95,
  /** GPUs slow themselves down a little above. */
  gpuCelsius: 80,
  gpuCelsiusHigh: 90,
  /** Half of the age at which a clean-up or compaction counts as stale. */
  jobAgeShare: 0.5,
} as const;
