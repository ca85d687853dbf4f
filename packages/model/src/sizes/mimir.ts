import { seconds } from '../duration.ts';
import type { DeclaredEnvironment } from '../environment.ts';
import { type Demands, headroom } from './component.ts';
import { prometheusReplicas } from './prometheus.ts';

const source = 'Mimir, "Planning Grafana Mimir capacity"';
const year = 365 * 86_400;

/**
 * Mimir by samples per second and by series, as its own capacity planning has it: CPU as it says, memory and disk with the
 * headroom that it asks for. Queriers and rulers follow from queries, of which the load says nothing: theirs is the profile's.
 */
export function mimirDemands(environment: DeclaredEnvironment): Demands {
  const { load, replicationFactor, retention } = environment;
  // Every replica of Prometheus sends everything; the distributor drops the second copy.
  const received = load.samplesPerSecond * prometheusReplicas(environment);
  const inMemory = load.series * replicationFactor;
  const compactors = Math.ceil(load.series / 20_000_000);
  return {
    mimirDistributor: {
      cores: received / 25_000,
      memoryGigabytes: (received / 25_000) * headroom,
      because: `1 core and 1 GB for 25,000 samples/s, of every Prometheus replica (${source})`,
    },
    mimirIngester: {
      cores: inMemory / 300_000,
      memoryGigabytes: (inMemory / 300_000) * 2.5 * headroom,
      diskGigabytes: (inMemory / 300_000) * 5 * headroom,
      because: `1 core, 2.5 GB of memory and 5 GB of disk for 300,000 series in memory, which are series x copies (${source})`,
    },
    mimirStoreGateway: {
      cores: 0,
      memoryGigabytes: 0,
      diskGigabytes: (load.series / 1_000_000) * 13 * (seconds(retention.metrics) / year) * headroom,
      because: `13 GB of disk for 1,000,000 series kept a year (${source})`,
    },
    mimirCompactor: {
      cores: load.series / 20_000_000,
      memoryGigabytes: (load.series / 20_000_000) * 4 * headroom,
      diskGigabytes: (load.series / 20_000_000) * 300 * headroom,
      replicas: compactors,
      because: `1 replica, 1 core, 4 GB of memory and 300 GB of disk for 20,000,000 series (${source})`,
    },
  };
}
