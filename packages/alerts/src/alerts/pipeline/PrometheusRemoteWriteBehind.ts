import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { remoteStorageHighest, remoteWriteHighest } = metrics;
const prometheus = { job: 'prometheus', instance: 'prometheus-0:9090' };
const remote = { ...prometheus, remote_name: 'mimir', url: 'http://mimir/api/v1/push' };
const sent = (values: string) => [samples(remoteStorageHighest(prometheus), '0+60x60'), samples(remoteWriteHighest(remote), values)];

/** Evaluated by the scraping Prometheus itself: Mimir cannot see what has not arrived. */
export const prometheusRemoteWriteBehind = alert({
  id: 'PrometheusRemoteWriteBehind',
  area: 'pipeline',
  group: 'prometheus-local',
  severity: 'critical',
  team: 'observability',
  service: 'prometheus',
  threshold: { value: 120, unit: 'seconds', comparison: '>' },
  expr: (threshold) => promql`
    max_over_time(${remoteStorageHighest}[5m])
    - ignoring (${labels(remoteWriteHighest, 'remote_name', 'url')}) group_right ()
    max_over_time(${remoteWriteHighest}[5m])
    > ${threshold}
  `,
  for: '5m',
  summary: '{{ $labels.instance }} is {{ $value | humanizeDuration }} behind in writing to Mimir',
  description: 'Every alert that Mimir evaluates is late by as much, or blind. What this alert inhibits may be true all the same.',
  panel: panelRef('platform-overview', 'remoteWrite'),
  tests: [
    fires('sending is 135 seconds late', { series: sent('0x2 45+60x57'), quietAt: '7m', at: '9m', alerts: [{ labels: remote, value: 135 }] }),
    quiet('sending is 105 seconds late', { series: sent('0x1 15+60x58'), at: '40m' }),
  ],
});
