import type { MetricSpec, Series } from '../metric.ts';
import * as cluster from './cluster.ts';
import * as inference from './inference.ts';
import * as observability from './observability.ts';
import * as packs from './packs.ts';
import * as platform from './platform.ts';
import * as service from './service.ts';

const { clusterReady, ...clusterMetrics } = cluster;
export { clusterReady };

/** Every metric that a query may read, by the name that sources use: `metrics.inferenceRequests({ status: 'error' })`. */
export const metrics = { ...service, ...inference, ...clusterMetrics, ...platform, ...observability, ...packs } as const;

/** The series of the whole catalog by their name in queries (`…_bucket`, `…_sum`, `…_count` apart). */
export const catalogSeries: ReadonlyMap<string, Series> = new Map(Object.values(metrics).flatMap(seriesOf).map((entry) => [entry.metric, entry]));

/** One specification per metric, sorted by name. */
export const metricSpecs: readonly MetricSpec[] = [...new Set([...catalogSeries.values()].map((entry) => entry.spec))].sort((a, b) => (a.name < b.name ? -1 : 1));

function seriesOf(entry: (typeof metrics)[keyof typeof metrics]): readonly Series[] {
  if ('metric' in entry) return [entry];
  return 'bucket' in entry ? [entry.bucket, entry.sum, entry.count] : [];
}

/** Every label that a series of the catalog can carry; undefined for a series that it does not have. */
export function catalogLabels(name: string): ReadonlySet<string> | undefined {
  const entry = catalogSeries.get(name);
  if (entry === undefined) return undefined;
  const { spec } = entry;
  const own = spec.type === 'histogram' && name.endsWith('_bucket') ? ['le'] : spec.type === 'summary' && name === spec.name ? ['quantile'] : [];
  return new Set([...Object.keys(spec.labels), ...own, '__name__']);
}
