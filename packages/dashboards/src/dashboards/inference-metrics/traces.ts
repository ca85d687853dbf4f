import { spanOperations } from '@bud-o11y/model';
import { collapsed } from '../../dashboard.ts';
import { toDashboard } from '../../links.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { traceList } from '../../panels/traces.ts';
import { operationP95, serverP95, slowRequests } from '../../queries/traces.ts';
import { signals } from '../../signals.ts';

const sampled = 'From sampled traces and all slow and failed ones: good for the shape, not for a number.';

const slow = traceList({
  id: 61,
  title: 'Slow requests (sampled)',
  description: 'Gateway traces longer than 5 s, newest first; each leads to its spans.',
  size: [24, 10],
  targets: [{ query: slowRequests, legend: 'trace', limit: 20 }],
});

const servers = timeseries({
  id: 62,
  title: 'p95 by operation (sampled)',
  description: `What the platform's services take to answer, by operation. ${sampled}`,
  size: [8, 8], unit: 'seconds',
  targets: [{ query: serverP95, legend: '{{name}}' }],
  links: [toDashboard('error-tracking'), ...signals.platformSpans],
});

const gateway = timeseries({
  id: 63,
  title: 'Gateway: routing and provider calls, p95 (sampled)',
  description: `budgateway's own work against the time of the model provider. ${sampled}`,
  size: [8, 8], unit: 'seconds',
  targets: [
    { query: operationP95(spanOperations.budgatewayRouting), legend: 'routing {{name}}' },
    { query: operationP95(spanOperations.budgatewayProvider), legend: 'provider {{name}}' },
  ],
  links: [toDashboard('error-tracking'), ...signals.gatewaySpans],
});

const simulator = timeseries({
  id: 64,
  title: 'Simulator: simulations and optimisation, p95 (sampled)',
  description: `How long budsim takes to plan a deployment. ${sampled}`,
  size: [8, 8], unit: 'seconds',
  targets: [
    { query: operationP95(spanOperations.budsimSimulation), legend: 'simulation {{name}}' },
    { query: operationP95(spanOperations.budsimOptimisation), legend: 'optimisation {{name}}' },
  ],
  links: [toDashboard('error-tracking'), ...signals.simulatorSpans],
});

/** Slow requests one by one, and where their time goes. */
export const traces = collapsed('Traces (sampled)', slow, servers, gateway, simulator);
