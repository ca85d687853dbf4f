import { metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { remoteWriteFailed, remoteWriteSamples } = metrics;
const remote = { job: 'prometheus', instance: 'prometheus-0:9090', remote_name: 'mimir', url: 'http://mimir/api/v1/push' };
const writes = (sent: number, failed: number) => [samples(remoteWriteSamples(remote), `0+${sent}x60`), samples(remoteWriteFailed(remote), `0+${failed}x60`)];

/** Failures that are not tried again: the samples are lost. */
export const prometheusRemoteWriteFailing = alert({
  id: 'PrometheusRemoteWriteFailing',
  area: 'pipeline',
  group: 'prometheus-local',
  severity: 'critical',
  team: 'observability',
  service: 'prometheus',
  threshold: { value: 0.01, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    rate(${remoteWriteFailed}[5m])
    /
    (rate(${remoteWriteFailed}[5m]) + rate(${remoteWriteSamples}[5m]))
    > ${threshold}
  `,
  for: '5m',
  summary: 'Mimir refuses {{ $value | humanizePercentage }} of the samples of {{ $labels.instance }}',
  description: 'More than 1% of the samples that {{ $labels.instance }} sends have been refused for good for 5 minutes. They are lost.',
  panel: panelRef('platform-overview', 'ingestionLimits'),
  tests: [
    fires('twelve samples in a thousand are refused', { series: writes(5_940, 72), quietAt: '5m', at: '8m', alerts: [{ labels: remote, value: 72 / 6_012 }] }),
    quiet('ten samples in a thousand are refused', { series: writes(5_940, 60), at: '30m' }),
    quiet('eight samples in a thousand are refused', { series: writes(5_940, 48), at: '30m' }),
  ],
});
