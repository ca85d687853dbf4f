import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { remoteStorageHighest, remoteWriteHighest } = metrics;
const remote = (instance: string) => ({ job: 'prometheus', instance, remote_name: 'mimir', url: 'http://mimir/api/v1/push' });
const replica = (instance: string, sent: string) => [samples(remoteStorageHighest({ job: 'prometheus', instance }), '0+60x60'), samples(remoteWriteHighest(remote(instance)), sent)];

/** One replica of several: Mimir takes the samples of the other, and nothing stands in reserve. All of them are PrometheusRemoteWriteBehind. */
export const prometheusReplicaBehind = alert({
  id: 'PrometheusReplicaBehind',
  area: 'pipeline',
  group: 'prometheus-local',
  severity: 'warning',
  team: 'observability',
  service: 'prometheus',
  threshold: { value: 120, unit: 'seconds', comparison: '>' },
  expr: (threshold) => promql`
    max_over_time(${remoteStorageHighest}[5m])
    - ignoring (${labels(remoteWriteHighest, 'remote_name', 'url')}) group_right ()
    max_over_time(${remoteWriteHighest}[5m])
    > ${threshold}
  `,
  for: '10m',
  summary: '{{ $labels.instance }} is {{ $value | humanizeDuration }} behind in writing to Mimir',
  description: 'This replica of the scraping Prometheus has been more than 2 minutes behind for 10 minutes. Should the other one fail, Mimir is blind.',
  panel: panelRef('platform-overview', 'remoteWrite'),
  tests: [
    fires('one replica of two is 135 seconds late', {
      series: [...replica('a:9090', '0x2 45+60x57'), ...replica('b:9090', '0+60x60')], quietAt: '12m', at: '14m', alerts: [{ labels: remote('a:9090'), value: 135 }],
    }),
    quiet('one replica of two is exactly two minutes late', { series: [...replica('a:9090', '0x2 60+60x57'), ...replica('b:9090', '0+60x60')], at: '40m' }),
    quiet('one replica of two is 105 seconds late', { series: [...replica('a:9090', '0x1 15+60x58'), ...replica('b:9090', '0+60x60')], at: '40m' }),
  ],
});
