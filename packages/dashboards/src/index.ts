import type { Artifact, Environment } from '@bud-o11y/model';
import { renderFolders } from './access/folders.ts';
import { renderPermissions } from './access/permissions.ts';
import { renderTeams } from './access/teams.ts';
import type { Dashboard } from './dashboard.ts';
import { auditActivity } from './dashboards/audit-activity/index.ts';
import { clusterStatus } from './dashboards/cluster-status/index.ts';
import { errorTracking } from './dashboards/error-tracking/index.ts';
import { inferenceMetrics } from './dashboards/inference-metrics/index.ts';
import { platformOverview } from './dashboards/platform-overview/index.ts';
import { resourceUtil } from './dashboards/resource-util/index.ts';
import { renderDatasources } from './datasources/index.ts';
import { renderDashboard } from './render.ts';

export { schemaVersion } from './classic.ts';
export type { Dashboard, Row } from './dashboard.ts';
export { emptyWhenHealthy } from './empty-when-healthy.ts';
export { colours } from './panels/colours.ts';
export type { Panel } from './panels/panel.ts';
export { documentQueries } from './queries/logs.ts';

/** Every dashboard, sorted by UID. One folder each; add a line here (`npx nx g @bud-o11y/tools:dashboard <uid>` does both). */
export const dashboards: readonly Dashboard[] = [
  auditActivity,
  clusterStatus,
  errorTracking,
  inferenceMetrics,
  platformOverview,
  resourceUtil,
];

/** What the dashboards project puts into rendered/ for one environment: dashboards, data sources and access requests. Pure. */
export function renderDashboards(environment: Environment): readonly Artifact[] {
  return [
    renderFolders(environment),
    renderPermissions(environment),
    renderTeams(environment),
    renderDatasources(environment),
    ...dashboards.map((dashboard) => renderDashboard(dashboard, environment)),
  ];
}
