import { clusterReady, metrics, panelRef, promql } from '@bud-o11y/model';
import { clusterState } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { clusterStatus } = metrics;
const reported = (instance: string, values: string) => samples(clusterStatus({ cluster: 'gpu-a', instance }), values);

/** A managed cluster that budcluster no longer sees as ready. One reporter that says so is enough. */
export const clusterUnhealthy = alert({
  id: 'ClusterUnhealthy',
  area: 'clusters',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'clusters',
  service: 'budcluster',
  threshold: { value: clusterReady, unit: 'bool', comparison: '!=' },
  expr: (threshold) => promql`${clusterState} != ${threshold}`,
  for: '5m',
  summary: 'Cluster {{ $labels.cluster }} is not ready',
  description: 'cluster_status of managed cluster {{ $labels.cluster }} has not been 1 (ready) for 5 minutes. Nothing new can be placed there; what runs there may fail.',
  panel: panelRef('cluster-status', 'notReady'),
  panelVariables: { cluster: 'cluster' },
  tests: [
    fires('one of two reporters sees the cluster as not ready', {
      series: [reported('a:9090', '1x4 0x15'), reported('b:9090', '1x20')], quietAt: '9m', at: '11m', alerts: [{ labels: { cluster: 'gpu-a' }, value: 0 }],
    }),
    quiet('both reporters see it as ready', { series: [reported('a:9090', '1x20'), reported('b:9090', '1x20')], at: '15m' }),
  ],
});
