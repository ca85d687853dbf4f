import { keep, slos } from '@bud-o11y/model';
import { endpointErrors, endpointRequests, errorRatio, latencyCount, slowRatio, slowRequests } from './groups/bud-recordings.ts';
import { serviceErrorRatio, serviceErrors, serviceRequests } from './groups/bud-recordings-platform.ts';
import { indicator, slo } from './slo.ts';

export const inferenceErrors = indicator({ name: 'inference_errors', help: 'inference requests that failed', groupBy: keep(endpointErrors, 'endpoint'), bad: endpointErrors, total: endpointRequests, ratio: errorRatio });

export const slowInference = indicator({ name: 'inference_latency_slow', help: 'inference requests slower than 5 s', groupBy: keep(slowRequests, 'endpoint'), bad: slowRequests, total: latencyCount, ratio: slowRatio });

/** Of every service, though only two have an objective so far: a third needs no new recording. */
export const httpErrors = indicator({ name: 'http_errors', help: 'HTTP requests that ended in 5xx', groupBy: keep(serviceErrors, 'namespace', 'service'), bad: serviceErrors, total: serviceRequests, ratio: serviceErrorRatio });

/** The objectives of decisions 16. */
export const inferenceAvailability = slo({ ...slos.inferenceAvailability, sli: inferenceErrors });
export const inferenceLatency = slo({ ...slos.inferenceLatency, sli: slowInference });
export const gatewayAvailability = slo({ ...slos.gatewayAvailability, sli: httpErrors, only: { service: slos.gatewayAvailability.service } });
export const dashboardAvailability = slo({ ...slos.dashboardAvailability, sli: httpErrors, only: { service: slos.dashboardAvailability.service } });

/** Every objective that is measured, by id. */
export const serviceLevels = [dashboardAvailability, gatewayAvailability, inferenceAvailability, inferenceLatency] as const;
