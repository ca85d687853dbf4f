import { dashboard } from '../../dashboard.ts';
import { variables } from '../../variables.ts';
import { bottleneck } from './bottleneck.ts';
import { compute } from './compute.ts';
import { devices } from './devices.ts';
import { gpu } from './gpu.ts';
import { symptoms } from './symptoms.ts';

/** Utilisation, saturation and errors of each resource. */
export const resourceUtil = dashboard({
  uid: 'resource-util',
  description: 'Which resource is the bottleneck? Per resource: how much of it is used, what waits for it, and what fails for want of it. CPU counts as a share of the limit, memory as a share of the node.',
  team: 'platform',
  method: 'use',
  from: 'now-3h',
  refresh: '1m',
  variables: [variables.datasource, variables.lokiDatasource, variables.namespace, variables.service, variables.cluster],
  rows: [bottleneck, compute, gpu, symptoms, devices],
});
