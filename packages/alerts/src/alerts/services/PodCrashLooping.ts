import { labels, matching, metrics, ownJobs, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { containerRestarts } = metrics;
const by = labels(containerRestarts, 'namespace', 'pod', 'container');
const pod = { namespace: 'bud', pod: 'budmetrics-0', container: 'budmetrics' };
const restarts = (values: string, of: Partial<typeof pod> = {}) => [samples(containerRestarts({ ...pod, ...of }), values)];

/** Counted by the kubelet: what dies before its first scrape has no `up` of its own to fall to 0. A pod that is replaced starts at no restart. */
export const podCrashLooping = alert({
  id: 'PodCrashLooping',
  area: 'services',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'platform',
  service: { label: 'container' },
  threshold: { value: 3, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`sum by (${by}) (increase(${containerRestarts({ container: matching(ownJobs) })}[30m])) > ${threshold}`,
  for: '5m',
  keepFiringFor: '10m',
  summary: '{{ $labels.container }} keeps restarting: {{ $value | humanize }} times in 30 minutes',
  description: 'Container {{ $labels.container }} of pod {{ $labels.namespace }}/{{ $labels.pod }} has ended more than three times within 30 minutes. Kubernetes waits longer before every new start.',
  panel: panelRef('resource-util', 'crashLoops'),
  panelVariables: { namespace: 'namespace' },
  tests: [
    fires('a restart about every seven minutes', { series: restarts('0+0.14x60'), quietAt: '26m', at: '28m', alerts: [{ labels: pod, value: 28 * 0.14 }] }),
    quiet('a restart about every eleven minutes', { series: restarts('0+0.09x60'), at: '60m' }),
    quiet('a container that is not the platform\'s', { series: restarts('0+0.14x60', { container: 'clickhouse' }), at: '60m' }),
  ],
});
