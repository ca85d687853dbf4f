import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { collectorExportFailures, collectorExported } = metrics;
const exporter = { job: 'otel-collector', exporter: 'otlp' };
const instances = ['otel-0:8888', 'otel-1:8888'];
const sent = (perMinute: number) => instances.map((instance) => samples(collectorExported({ ...exporter, instance }), `0+${perMinute}x60`));
const failed = (perMinute: number) => instances.map((instance) => samples(collectorExportFailures({ ...exporter, instance }), `0+${perMinute}x60`));
const by = labels(collectorExported, 'job', 'exporter');

/** The collector counts failures from the first one on, and what it sent, be it nothing, from the first attempt. */
export const traceExportFailing = alert({
  id: 'TraceExportFailing',
  area: 'pipeline',
  group: 'prometheus-local',
  severity: 'warning',
  team: 'observability',
  service: 'otel-collector',
  threshold: { value: 0.01, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    sum by (${by}) (rate(${collectorExportFailures}[5m]))
    /
    (sum by (${by}) (rate(${collectorExportFailures}[5m])) + sum by (${by}) (rate(${collectorExported}[5m])))
    > ${threshold}
  `,
  for: '10m',
  summary: 'The collector drops {{ $value | humanizePercentage }} of its spans ({{ $labels.exporter }})',
  description: 'Spans have not reached Tempo through exporter {{ $labels.exporter }} for 10 minutes. Drill-downs into traces come up empty.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('twelve spans in a thousand are dropped', { series: [...sent(1_237.5), ...failed(15)], quietAt: '10m', at: '17m', alerts: [{ labels: exporter, value: 15 / 1_252.5 }] }),
    fires('no span was ever sent', { series: [...sent(0), ...failed(120)], at: '17m', alerts: [{ labels: exporter, value: 1 }] }),
    quiet('ten spans in a thousand are dropped', { series: [...sent(1_237.5), ...failed(12.5)], at: '40m' }),
    quiet('eight spans in a thousand are dropped', { series: [...sent(1_237.5), ...failed(10)], at: '40m' }),
  ],
});
