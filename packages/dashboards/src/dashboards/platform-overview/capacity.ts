import { promql } from '@bud-o11y/model';
import { clusterState, gpuUtilization, queueWait } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, toDashboard } from '../../links.ts';
import { barGauge } from '../../panels/bar-gauge.ts';
import { states } from '../../panels/mappings.ts';
import { stateTimeline } from '../../panels/state-timeline.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { signals } from '../../signals.ts';

const onward = [toDashboard('cluster-status', { variables: { cluster: fieldLabel('cluster') } }), ...signals.cluster];

const gpu = barGauge({
  id: 31,
  title: 'GPU utilisation by cluster',
  description: 'Mean over the GPUs of a cluster. Orange leaves no room for a fail-over.',
  size: [8, 8], unit: 'ratio', max: 1, thresholds: levels.gpu,
  targets: [{ query: promql`sort_desc(${gpuUtilization})`, legend: '{{cluster}}' }],
  links: onward,
});

const readiness = stateTimeline({
  id: 32,
  title: 'Cluster readiness',
  description: 'Managed clusters over time; one reporter that sees a cluster as not ready is enough.',
  size: [8, 8], unit: 'bool', thresholds: levels.ready, mappings: states('ready', 'not ready'),
  targets: [{ query: promql`${clusterState}`, legend: '{{cluster}}' }],
  links: onward,
});

const wait = timeseries({
  id: 33,
  title: 'Queue wait estimate',
  description: 'Queue depth divided by throughput (Little\'s law): how long a request that enters now will wait. The five longest at any moment.',
  size: [8, 8], unit: 'seconds',
  targets: [{ query: promql`topk(5, ${queueWait})`, legend: '{{endpoint}}' }],
  links: [toDashboard('inference-metrics', { variables: { endpoint: fieldLabel('endpoint') } }), ...signals.endpoint],
});

/** Whether there is room for more. */
export const capacity = row('Capacity', gpu, readiness, wait);
