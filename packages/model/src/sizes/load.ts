import { z } from 'zod';

/**
 * What is expected of an environment on an ordinary day. The most of each is where its formula ends: what is above is another
 * architecture (shards of Prometheus, Loki in several parts), or a zero too many.
 */
export const loadSchema = z.strictObject({
  /** Active series. One Prometheus holds all of them: 10,000,000 take 120 GB of its memory. */
  series: z.int().min(1).max(10_000_000, 'more than the 10000000 series that one Prometheus can hold; it has no shards here'),
  /** That one Prometheus scrapes: series over the scrape interval, unless much is scraped less often. At 1,000,000 it takes 40 cores. */
  samplesPerSecond: z.int().min(1).max(1_000_000, 'more than the 1000000 samples per second that one Prometheus can scrape; it has no shards here'),
  /** Before compression. 3,000 is the end of the tier of Loki's sizing page that its formula is made of. */
  logGigabytesPerDay: z.number().positive().max(3_000, 'more than the 3000 GB a day for which Loki is sized here'),
  /** That services send, before sampling. 500,000 that are all kept take 84 of the 100 queriers that a Tempo may have. */
  spansPerSecond: z.int().min(1).max(500_000, 'more than the 500000 spans per second for which Tempo is sized here'),
});
