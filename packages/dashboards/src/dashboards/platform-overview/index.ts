import { dashboard } from '../../dashboard.ts';
import { variables } from '../../variables.ts';
import { capacity } from './capacity.ts';
import { health } from './health.ts';
import { inference } from './inference.ts';
import { services } from './services.ts';
import { trust } from './trust.ts';

/** The page that a responder opens first. */
export const platformOverview = dashboard({
  uid: 'platform-overview',
  description: 'Is Bud healthy, and if not, which part? Read the first row: red means that somebody is or should be paged. Then follow the rows from services to inference to capacity; each panel leads to the page that explains it. The last row says whether this page can be trusted.',
  team: 'platform',
  method: 'red',
  from: 'now-3h',
  refresh: '1m',
  variables: [variables.datasource, variables.namespace, variables.service],
  rows: [health, services, inference, capacity, trust],
});
