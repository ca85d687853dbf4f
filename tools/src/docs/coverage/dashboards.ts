import { type CoverageRow, sectionRows } from './row.ts';

const prebuilt = sectionRows('7.1');
const variables = sectionRows('7.2');
const access = sectionRows('7.3');

const folder = 'rendered/dashboards/production';
const dashboard = (uid: string) => ({ artifact: `${folder}/${uid}.json`, has: `"uid": "${uid}"`, test: 'packages/dashboards/src/structure.spec.ts' });
const variable = (name: string, uid: string) => ({ artifact: `${folder}/${uid}.json`, has: `"name": "${name}"`, test: 'packages/dashboards/src/variables.spec.ts' });
const permissions = { artifact: `${folder}/access/permissions.yaml`, test: 'packages/dashboards/src/access/access.spec.ts' };

/** Section 7: dashboards. */
export const dashboardsRows: readonly CoverageRow[] = [
  prebuilt.done('Platform Overview', dashboard('platform-overview')),
  prebuilt.done('Inference Metrics', dashboard('inference-metrics')),
  prebuilt.done('Resource Utilization', dashboard('resource-util')),
  prebuilt.done('Error Tracking', dashboard('error-tracking')),
  prebuilt.done('Cluster Status', dashboard('cluster-status')),
  prebuilt.done('Audit Activity', dashboard('audit-activity')),
  variables.done('$namespace', variable('namespace', 'platform-overview')),
  variables.done('$service', variable('service', 'platform-overview')),
  variables.done('$cluster', variable('cluster', 'cluster-status')),
  variables.done('$endpoint', variable('endpoint', 'inference-metrics')),
  variables.done('$interval', variable('interval', 'error-tracking')),
  access.done('Admin', { artifact: 'rendered/helm-values/production/grafana.yaml', has: "&& 'Admin'", test: 'packages/helm-values/src/config/grafana.spec.ts', note: 'edits go through a pull request: provisioned dashboards are read-only' }),
  access.done('Operator', { ...permissions, has: 'bud-operators', note: 'a request that an administrator sends; nothing enforces it until then' }),
  access.done('User', { ...permissions, has: 'bud-users', note: 'folders are hidden from others once the requests are sent; the data behind them is not' }),
];
