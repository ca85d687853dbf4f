import type { DeclaredEnvironment } from '../environment.ts';
import { type Demands, headroom } from './component.ts';

/** What all components together have in the smallest tier of Loki's sizing page, which is for up to 3,000 GB a day. */
const smallestTier = { gigabytesPerDay: 3_000, cores: 38, memoryGigabytes: 59 } as const;

/** Hours of lines on a replica's disk: WAL, index and caches. Assumed; chunks themselves are in the object store. */
const hoursOnDisk = 6;

/** Loki by volume of logs: one program does what the page's seven components do, so it gets their sum, in proportion. */
export function lokiDemands({ load, replicationFactor }: DeclaredEnvironment): Demands {
  const share = load.logGigabytesPerDay / smallestTier.gigabytesPerDay;
  return {
    loki: {
      cores: share * smallestTier.cores,
      memoryGigabytes: share * smallestTier.memoryGigabytes * headroom,
      diskGigabytes: (load.logGigabytesPerDay / 24) * hoursOnDisk * replicationFactor * headroom,
      because: '38 cores and 59 GB for 3,000 GB/day (Loki, "Size the cluster", smallest tier, all components); assumed: 6 hours of lines x copies on disk',
    },
  };
}
