import { seconds } from '../duration.ts';
import type { DeclaredEnvironment } from '../environment.ts';
import { type Demands, headroom } from './component.ts';
import { leastSizes } from './profiles.ts';

/** Bytes on disk of one sample, index included: the upper end of what Prometheus' storage page gives. */
const bytesOfSample = 2;

/** Bytes in memory of one series in the head, with its churn. Assumed; `prometheus_tsdb_head_series` and the memory of the process tell. */
const bytesOfSeries = 8_000;

/** How many Prometheus servers scrape the same. They are not shards: each has everything, so the load does not change their number. */
export function prometheusReplicas({ profile, sizeOverrides }: DeclaredEnvironment): number {
  return sizeOverrides.prometheus?.replicas ?? leastSizes[profile].prometheus.replicas;
}

/** The scraping Prometheus: disk by what it keeps, memory by series. */
export function prometheusDemands(environment: DeclaredEnvironment): Demands {
  const { load, retention } = environment;
  const replicas = prometheusReplicas(environment);
  return {
    prometheus: {
      cores: (load.samplesPerSecond / 25_000) * replicas,
      memoryGigabytes: ((load.series * bytesOfSeries) / 1e9) * headroom * replicas,
      diskGigabytes: ((seconds(retention.metricsHot) * load.samplesPerSecond * bytesOfSample) / 1e9) * headroom * replicas,
      replicas,
      because: 'disk: retention x samples/s x 2 bytes (Prometheus, "Storage"); assumed: 8 kB of memory a series, 1 core for 25,000 samples/s scraped and sent',
    },
  };
}
