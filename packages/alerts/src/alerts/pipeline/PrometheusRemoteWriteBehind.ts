import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { remoteStorageHighest, remoteWriteHighest } = metrics;
const replica = (instance: string, sent: string) => [
  samples(remoteStorageHighest({ job: 'prometheus', instance }), '0+60x60'),
  samples(remoteWriteHighest({ job: 'prometheus', instance, remote_name: 'mimir', url: 'http://mimir/api/v1/push' }), sent),
];
const late = '0x2 45+60x57';

/**
 * Evaluated by the scraping Prometheus itself: Mimir cannot see what has not arrived. Every replica scrapes the others too,
 * so the least of their delays is Mimir's: while one keeps up, Mimir is not blind (PrometheusReplicaBehind tells of one).
 */
export const prometheusRemoteWriteBehind = alert({
  id: 'PrometheusRemoteWriteBehind',
  area: 'pipeline',
  group: 'prometheus-local',
  severity: 'critical',
  team: 'observability',
  service: 'prometheus',
  threshold: { value: 120, unit: 'seconds', comparison: '>' },
  expr: (threshold) => promql`
    min(
      max_over_time(${remoteStorageHighest}[5m])
      - ignoring (${labels(remoteWriteHighest, 'remote_name', 'url')}) group_right ()
      max_over_time(${remoteWriteHighest}[5m])
    ) > ${threshold}
  `,
  for: '5m',
  summary: 'Prometheus is {{ $value | humanizeDuration }} behind in writing to Mimir',
  description: 'No replica of the scraping Prometheus keeps up. Every alert that Mimir evaluates is late by as much, or blind. What this alert inhibits may be true all the same.',
  panel: panelRef('platform-overview', 'remoteWrite'),
  tests: [
    fires('both replicas are 135 seconds late', { series: [...replica('a:9090', late), ...replica('b:9090', late)], quietAt: '7m', at: '9m', alerts: [{ labels: {}, value: 135 }] }),
    quiet('one replica is late, the other keeps up', { series: [...replica('a:9090', late), ...replica('b:9090', '0+60x60')], at: '40m' }),
    quiet('both replicas are exactly two minutes late', { series: ['a:9090', 'b:9090'].flatMap((instance) => replica(instance, '0x2 60+60x57')), at: '40m' }),
    quiet('both replicas are 105 seconds late', { series: ['a:9090', 'b:9090'].flatMap((instance) => replica(instance, '0x1 15+60x58')), at: '40m' }),
  ],
});
