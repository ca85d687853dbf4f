import { catalogSeries } from '@bud-o11y/model';

/** Whether a series only ever grows, by the catalog: counters, and the buckets, sums and counts of histograms and summaries. */
export function isCounter(metric: string): boolean {
  const spec = catalogSeries.get(metric)?.spec;
  if (spec?.type === 'histogram') return true;
  return spec?.type === 'counter' || (spec?.type === 'summary' && metric !== spec.name);
}
