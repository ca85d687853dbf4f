import { type DashboardArtifact, type Environment, makeArtifact, metricsRead } from '@bud-o11y/model';
import { recordingsFor } from '@bud-o11y/rules';
import { classicJson } from './classic.ts';
import type { Dashboard } from './dashboard.ts';
import { sceneOf } from './scene.ts';
import { dashboardResource } from './v2/resource.ts';

/** One dashboard of an environment, in the schema that the environment asks for. */
export function renderDashboard(dashboard: Dashboard, environment: Environment): DashboardArtifact {
  const scene = sceneOf(dashboard, environment);
  const { source, folderUid, queries, panelFiles } = scene;
  const classic = classicJson(scene);
  return makeArtifact({
    kind: 'dashboard',
    project: 'dashboards',
    environment: environment.name,
    name: dashboard.uid,
    folder: folderUid,
    path: `dashboards/${environment.name}/${dashboard.uid}.json`,
    source,
    panelFiles,
    needs: ['datasources:datasources', ...recordingsFor(queries.flatMap(({ query }) => metricsRead(query)), environment)],
    queries,
    ...(environment.dashboardSchema === 'v2' ? { data: dashboardResource(scene), classic } : { data: classic }),
  });
}
