export { chartCacheFolder } from './cache.ts';
export { type Charts, expandCharts, type ExpandedCharts, type MissingSource } from './expand.ts';
export { findHelm, type Helm } from './helm.ts';
export { type ChartLock, chartLockFile, type ChartRef, readChartLock } from './lock.ts';
