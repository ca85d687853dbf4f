import { metrics, panelRef, promql, services } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { inferenceRequests, up } = metrics;
const gateway = (values: string, pod = 0) => samples(up({ job: services.budgateway.name, instance: `budgateway-${pod}:3000` }), values);
const other = samples(up({ job: 'budapp', instance: 'budapp-0:9090' }), '1x60');
const counted = (values: string) => samples(inferenceRequests({ job: services.budgateway.name, endpoint: 'chat', model: 'llama', status: 'success', instance: 'otel-gateway-0:4317' }), values);

/**
 * Requests are counted from spans, and not where they are served: budgateway may be well and its alarms gone. Where it is down
 * itself, ServiceDown and ServiceAbsent speak. A series stays while its collector runs, requests or none.
 */
export const inferenceMetricsAbsent = alert({
  id: 'InferenceMetricsAbsent',
  area: 'pipeline',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'observability',
  service: 'otel-collector',
  expr: promql`absent(${inferenceRequests}) and on () (${up({ job: services.budgateway.name })} == 1)`,
  // Nobody marks a written series as ended: it counts as there for as long as a query looks back.
  shownAfter: '5m',
  for: '15m',
  summary: 'inference_requests_total is missing: HighErrorRate and HighLatency cannot fire',
  description: 'budgateway is up, and for 15 minutes no collector has written what it counts from its spans. Every alert and budget on inference is blind.',
  panel: panelRef('inference-metrics', 'requestsByEndpoint'),
  tests: [
    fires('the collectors have written for the last time', { series: [gateway('1x60'), other, counted('0+30x10')], quietAt: '29m', at: '31m', alerts: [{ labels: {}, value: 1 }] }),
    fires('no span was ever counted, and one of two gateways is up', { series: [gateway('0x60'), gateway('1x60', 1)], quietAt: '14m', at: '16m', alerts: [{ labels: {}, value: 1 }] }),
    quiet('nobody asks for anything', { series: [gateway('1x60'), other, counted('30x60')], at: '40m' }),
    quiet('the gateway is down as well', { series: [gateway('0x60'), other, counted('0+30x10')], at: '40m' }),
    quiet('the gateway has left service discovery as well', { series: [other, counted('0+30x10')], at: '40m' }),
  ],
});
