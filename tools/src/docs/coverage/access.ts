import { type CoverageRow, sectionRows } from './row.ts';

const authentication = sectionRows('10.1');
const data = sectionRows('10.2');

const grafana = { artifact: 'rendered/helm-values/production/grafana.yaml', test: 'packages/helm-values/src/config/grafana.spec.ts' };

/** Section 10: access and security. */
export const accessRows: readonly CoverageRow[] = [
  authentication.done('SSO', { ...grafana, has: 'auth.generic_oauth' }),
  authentication.done('RBAC', { ...grafana, has: 'role_attribute_path', note: 'one organisation; roles come from the realm' }),
  authentication.done('Teams', { artifact: 'rendered/dashboards/production/access/teams.yaml', has: 'bud-operators', test: 'packages/dashboards/src/access/access.spec.ts', note: 'open-source Grafana does not map groups to teams: members are added by an administrator' }),
  data.done('Admin', { ...grafana, has: "&& 'Admin'" }),
  data.done('Operator', { ...grafana, has: "&& 'Viewer'" }),
  data.notDone('User', 'own project is not enforced while tenancy is `single` (docs/adr/0008-tenancy-is-single.md): every viewer can query every data source'),
];
