import { dashboard } from '../../dashboard.ts';
import { variables } from '../../variables.ts';
import { errors } from './errors.ts';
import { failing } from './failing.ts';
import { logs } from './logs.ts';
import { objectives } from './objectives.ts';
import { traces } from './traces.ts';

/** From the ratio that pages to the line that proves it. */
export const errorTracking = dashboard({
  uid: 'error-tracking',
  description: 'What is failing, since when, for whom, and which log line proves it? Inference follows $endpoint, HTTP and logs follow $namespace and $service. Logs can be searched as far back as Loki keeps them; older ones are in the archive, which Grafana does not reach.',
  team: 'inference',
  method: 'slo',
  from: 'now-3h',
  refresh: '1m',
  variables: [
    variables.datasource, variables.lokiDatasource, variables.tempoDatasource, variables.namespace, variables.service, variables.endpoint, variables.interval,
  ],
  rows: [failing, errors, objectives, logs, traces],
});
