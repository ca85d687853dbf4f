import { dashboard } from '../../dashboard.ts';
import { variables } from '../../variables.ts';
import { access } from './access.ts';
import { suspicion } from './suspicion.ts';
import { what } from './what.ts';
import { who } from './who.ts';

/** From logs alone. Names users: its folder is for operators and security only. */
export const auditActivity = dashboard({
  uid: 'audit-activity',
  description: 'Who did what, and is anyone trying to get in? From log lines that name a user. Lines can be searched as far back as Loki keeps them; the archive is not reachable from here. Loki refuses to count more users at once than its max_query_series: choose a service or a shorter time then.',
  team: 'security',
  method: 'audit',
  from: 'now-24h',
  variables: [variables.datasource, variables.lokiDatasource, variables.namespace, variables.service, variables.interval, variables.user],
  rows: [suspicion, access, who, what],
});
