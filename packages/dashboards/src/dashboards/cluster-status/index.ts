import { dashboard } from '../../dashboard.ts';
import { variables } from '../../variables.ts';
import { controlPlane } from './control-plane.ts';
import { fleet } from './fleet.ts';
import { gpu } from './gpu.ts';
import { state } from './state.ts';

/** The clusters that Bud manages, not the one that it runs on. */
export const clusterStatus = dashboard({
  uid: 'cluster-status',
  description: 'Which managed clusters can take work? Ready or not first, then nodes and GPUs, then budcluster, which reports them: when it is down, everything above is old.',
  team: 'clusters',
  method: 'use',
  from: 'now-3h',
  refresh: '1m',
  variables: [variables.datasource, variables.lokiDatasource, variables.tempoDatasource, variables.cluster],
  rows: [fleet, state, gpu, controlPlane],
});
