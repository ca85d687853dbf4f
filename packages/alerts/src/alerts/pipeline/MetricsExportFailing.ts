import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { collectorPointFailures, collectorPointsExported } = metrics;
const remoteWrite = (instance: string) => ({ instance, exporter: 'prometheus_remote_write' });
const [gateway, sampler] = [remoteWrite('otel-gateway-0:8888'), remoteWrite('otel-sampler-0:8888')];
const sent = (collector: typeof gateway, perMinute: number) => samples(collectorPointsExported({ job: 'otel-collector', ...collector }), `0+${perMinute}x60`);
const failed = (collector: typeof gateway, perMinute: number) => samples(collectorPointFailures({ job: 'otel-collector', ...collector }), `0+${perMinute}x60`);
const by = labels(collectorPointsExported, 'instance', 'exporter');

/**
 * What collectors count from spans they write to Mimir themselves, past the scraping Prometheus. Each collector on its own:
 * a gateway counts requests by endpoint, and its few series would vanish beside the many of a sampler.
 */
export const metricsExportFailing = alert({
  id: 'MetricsExportFailing',
  area: 'pipeline',
  group: 'prometheus-local',
  severity: 'warning',
  team: 'observability',
  service: 'otel-collector',
  threshold: { value: 0.01, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    sum by (${by}) (rate(${collectorPointFailures}[5m]))
    /
    (sum by (${by}) (rate(${collectorPointFailures}[5m])) + sum by (${by}) (rate(${collectorPointsExported}[5m])))
    > ${threshold}
  `,
  for: '10m',
  summary: '{{ $labels.instance }} drops {{ $value | humanizePercentage }} of what it counts ({{ $labels.exporter }})',
  description: 'For 10 minutes the collector {{ $labels.instance }} has not got its metrics to Mimir. Inference alerts and dashboards read what the gateway collectors count. What this alert inhibits may be true all the same.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('twelve points in a thousand are dropped', {
      series: [sent(gateway, 1_237.5), failed(gateway, 15)], quietAt: '10m', at: '17m', alerts: [{ labels: gateway, value: 15 / 1_252.5 }],
    }),
    fires('Mimir takes nothing, and the counter of what it took stays at its beginning', { series: [sent(gateway, 0), failed(gateway, 60)], at: '17m', alerts: [{ labels: gateway, value: 1 }] }),
    fires('a gateway loses all it counts, beside a sampler that loses nothing of a thousand times as much', {
      series: [sent(gateway, 0), failed(gateway, 60), sent(sampler, 60_000), failed(sampler, 0)], at: '17m', alerts: [{ labels: gateway, value: 1 }],
    }),
    fires('one exporter of two fails', {
      series: [sent(gateway, 0), failed(gateway, 60), sent({ ...gateway, exporter: 'otlp_grpc' }, 60_000), failed({ ...gateway, exporter: 'otlp_grpc' }, 0)], at: '17m', alerts: [{ labels: gateway, value: 1 }],
    }),
    quiet('ten points in a thousand are dropped', { series: [sent(gateway, 1_237.5), failed(gateway, 12.5)], at: '40m' }),
    quiet('eight points in a thousand are dropped', { series: [sent(gateway, 1_237.5), failed(gateway, 10)], at: '40m' }),
  ],
});
