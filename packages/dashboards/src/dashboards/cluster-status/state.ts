import { labels, metrics, notMatching, panelRef, promql } from '@bud-o11y/model';
import { clusterState, gpuAvailable, gpuUtilization, nodeCount } from '@bud-o11y/rules';
import { row } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { fieldLabel, rowField, toDashboard, toExplore } from '../../links.ts';
import { states } from '../../panels/mappings.ts';
import { stateTimeline } from '../../panels/state-timeline.ts';
import { joinBy, table } from '../../panels/table.ts';
import { timeseries } from '../../panels/timeseries.ts';
import { linesOfClickedCluster } from '../../queries/logs.ts';
import { chosen } from '../../selectors.ts';
import { signals } from '../../signals.ts';

const { firingAlerts } = metrics;
const { cluster } = chosen;
const ready = states('ready', 'not ready');
const onward = [toDashboard('resource-util', { variables: { cluster: fieldLabel('cluster') } }), ...signals.cluster];

const nodes = timeseries({
  id: panelRef('cluster-status', 'nodeCount').id,
  title: 'Node count',
  description: 'Nodes of each cluster, and the most of the last day (dashed). ClusterNodeCountDropped compares the two.',
  size: [12, 8], unit: 'count', draw: 'steps',
  targets: [
    { query: promql`${nodeCount({ cluster })}`, legend: '{{cluster}}' },
    { query: promql`max_over_time(${nodeCount({ cluster })}[1d])`, legend: '{{cluster}} day' },
  ],
  fields: [{ match: { refId: 'B' }, colour: 'past', dashed: true }],
  links: onward,
});

const timeline = stateTimeline({
  id: 12,
  title: 'Cluster state',
  description: 'One lane per cluster. One reporter that sees it as not ready is enough.',
  size: [12, 8], unit: 'bool', thresholds: levels.ready, mappings: ready,
  targets: [{ query: promql`${clusterState({ cluster })}`, legend: '{{cluster}}' }],
  links: onward,
});

const everything = table({
  id: 13,
  title: 'Fleet',
  description: 'Each cluster with its nodes, what it has lost against the last day, its GPUs and the alerts that fire on it.',
  size: [24, 9], unit: 'count', sortBy: 'Alerts',
  targets: [
    { query: promql`${clusterState({ cluster })}`, legend: 'state' },
    { query: promql`${nodeCount({ cluster })}`, legend: 'nodes' },
    { query: promql`${nodeCount({ cluster })} - max_over_time(${nodeCount({ cluster })}[1d])`, legend: 'change' },
    { query: promql`${gpuUtilization({ cluster })}`, legend: 'gpu' },
    { query: promql`sum by (${labels(gpuAvailable, 'cluster')}) (${gpuAvailable({ cluster })})`, legend: 'free' },
    {
      // A column that no row has is not drawn: every cluster counts its alerts, none as 0.
      query: promql`
        count by (${labels(firingAlerts, 'cluster')}) (${firingAlerts({ alertstate: 'firing', severity: notMatching('none'), cluster })})
        or 0 * max by (${labels(clusterState, 'cluster')}) (${clusterState({ cluster })})
      `,
      legend: 'alerts',
    },
  ],
  transformations: joinBy('cluster', { A: 'State', B: 'Nodes', C: 'Against day', D: 'GPU utilisation', E: 'Free GPUs', F: 'Alerts' }),
  fields: [
    {
      match: { name: 'cluster' },
      links: [
        toDashboard('cluster-status', { variables: { cluster: rowField('cluster') }, title: 'Only this cluster' }),
        toDashboard('resource-util', { variables: { cluster: rowField('cluster') } }),
        toExplore('budcluster logs', linesOfClickedCluster),
      ],
    },
    { match: { name: 'State' }, unit: 'bool', thresholds: levels.ready, mappings: ready, cell: 'color-background' },
    { match: { name: 'GPU utilisation' }, unit: 'ratio', thresholds: levels.gpu, cell: 'gauge' },
    { match: { name: 'Free GPUs' }, unit: 'count', thresholds: levels.freeGpus, cell: 'color-background' },
    { match: { name: 'Alerts' }, unit: 'count', thresholds: levels.anyFails, cell: 'color-background' },
  ],
});

/** Which, and since when. */
export const state = row('State', nodes, timeline, everything);
