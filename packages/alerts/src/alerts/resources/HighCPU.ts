import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { podCpu, podCpuOfLimit } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { containerLimits, processCpu } = metrics;
const pod = { namespace: 'bud', pod: 'budsim-0', service: 'budsim', node: 'n1' };
const used = (perMinute: number) => samples(processCpu({ ...pod, job: 'budsim' }), `1000+${perMinute}x30`);
const limit = (cores: number, container = 'budsim') => samples(containerLimits({ namespace: 'bud', pod: 'budsim-0', container, resource: 'cpu' }), `${cores}x30`);

/** Pods with a limit that share the pod's namespace, or its name. */
const neighbours = [
  samples(processCpu({ ...pod, pod: 'budapp-0', job: 'budapp' }), '0+6x30'), samples(containerLimits({ namespace: 'bud', pod: 'budapp-0', container: 'budapp', resource: 'cpu' }), '4x30'),
  samples(processCpu({ ...pod, namespace: 'test', job: 'budsim' }), '0+6x30'), samples(containerLimits({ namespace: 'test', pod: 'budsim-0', container: 'budsim', resource: 'cpu' }), '4x30'),
];

/**
 * Document 6.3, whose raw counter exceeds 0.8 for ever after 0.8 s of CPU time. A pod with a limit is judged by its share of
 * it, one without by its share of one core: the Python services cannot use a second. The process is the one that answers at
 * the metrics port of the catalog.
 */
export const highCPU = alert({
  id: 'HighCPU',
  area: 'resources',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'platform',
  service: { label: 'service' },
  threshold: { value: 0.8, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    ${podCpuOfLimit} > ${threshold}
    or
    (
      ${podCpu}
      unless on (${labels(podCpu, 'namespace', 'pod')})
      ${podCpuOfLimit}
    ) > ${threshold}
  `,
  for: '10m',
  summary: '{{ $labels.pod }}: CPU at {{ $value | humanizePercentage }} of its limit, or of one core',
  description: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} has used more than 80% of its CPU limit, or of one core where it has no limit, for 10 minutes.',
  panel: panelRef('resource-util', 'cpuByService'),
  panelVariables: { service: 'service', namespace: 'namespace' },
  tests: [
    fires('a pod uses 1.8 of its 2 cores', { series: [used(108), limit(2)], quietAt: '10m', at: '18m', alerts: [{ labels: pod, value: 0.9 }] }),
    fires('a pod uses 1.8 of its 2 cores, beside a sidecar that may use one', { series: [used(108), limit(2), limit(1, 'daprd')], at: '18m', alerts: [{ labels: pod, value: 0.9 }] }),
    fires('a pod without a limit uses nine tenths of a core', { series: [used(54)], quietAt: '10m', at: '18m', alerts: [{ labels: pod, value: 0.9 }] }),
    fires('a pod without a limit, beside pods with one that share its name or its namespace', {
      series: [used(54), ...neighbours], quietAt: '10m', at: '18m', alerts: [{ labels: pod, value: 0.9 }],
    }),
    quiet('a pod without a limit uses seven tenths of a core', { series: [used(42), ...neighbours], at: '25m' }),
    quiet('a pod uses 1.4 of its 2 cores', { series: [used(84), limit(2)], at: '25m' }),
    quiet('a pod without a limit uses exactly four fifths of a core', { series: [used(48), ...neighbours], at: '25m' }),
    quiet('a pod uses exactly four fifths of its 2 cores', { series: [used(96), limit(2)], at: '25m' }),
    quiet('an idle process that has used 1000 s of CPU time since its start', { series: [used(0), limit(2)], at: '25m' }),
  ],
});
