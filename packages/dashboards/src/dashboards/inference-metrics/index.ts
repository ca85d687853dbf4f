import { dashboard } from '../../dashboard.ts';
import { variables } from '../../variables.ts';
import { callers } from './callers.ts';
import { engine } from './engine.ts';
import { latency } from './latency.ts';
import { saturation } from './saturation.ts';
import { tokens } from './tokens.ts';
import { traces } from './traces.ts';
import { traffic } from './traffic.ts';

/** Rows follow a request: it arrives, is answered, waits, and yields tokens. */
export const inferenceMetrics = dashboard({
  uid: 'inference-metrics',
  description: 'How do the models perform for callers? The rows follow a request: it arrives, it is answered in time or not, it waits, and it yields tokens. Tokens carry no endpoint, so those panels follow $model only.',
  team: 'inference',
  method: 'red',
  from: 'now-3h',
  refresh: '1m',
  variables: [variables.datasource, variables.tempoDatasource, variables.endpoint, variables.model],
  rows: [callers, traffic, latency, saturation, tokens, traces, engine],
});
