import { accessRows } from './access.ts';
import { alertingRows } from './alerting.ts';
import { architecture } from './architecture.ts';
import { dashboardsRows } from './dashboards.ts';
import { logsRows } from './logs.ts';
import { metricsRows } from './metrics.ts';
import { performanceRows } from './performance.ts';
import { retentionRows } from './retention.ts';
import type { CoverageRow } from './row.ts';
import { tracesRows } from './traces.ts';

/** Every line of sections 2 to 10 of the architecture document, in its order. */
export const coverage: readonly CoverageRow[] = [
  ...architecture, ...metricsRows, ...logsRows, ...tracesRows, ...alertingRows, ...dashboardsRows, ...retentionRows, ...performanceRows, ...accessRows,
];
