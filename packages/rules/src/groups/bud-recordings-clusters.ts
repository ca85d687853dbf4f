import { keep, labels, metrics, promql } from '@bud-o11y/model';
import { record } from '../recording.ts';
import { recordingGroup } from '../group.ts';

const { clusterGpuAvailable, clusterGpuUtilization, clusterNodeCount, clusterStatus } = metrics;

export const gpuUtilization = record({
  name: 'cluster:gpu_utilization:avg', unit: 'ratio', help: 'mean GPU utilisation of a managed cluster',
  keeps: keep(clusterGpuUtilization, 'cluster'),
  expr: promql`avg by (${labels(clusterGpuUtilization, 'cluster')}) (${clusterGpuUtilization})`,
});

/** `max`, since several replicas of budcluster may report the same cluster: a sum would count each free GPU once for each. */
export const gpuAvailable = record({
  name: 'cluster_gpu_type:gpu_available:max', unit: 'count', help: 'free GPUs by type',
  keeps: keep(clusterGpuAvailable, 'cluster', 'gpu_type'),
  expr: promql`max by (${labels(clusterGpuAvailable, 'cluster', 'gpu_type')}) (${clusterGpuAvailable})`,
});

/** `max`, for the same reason. */
export const nodeCount = record({
  name: 'cluster:node_count:max', unit: 'count', help: 'nodes of a managed cluster',
  keeps: keep(clusterNodeCount, 'cluster'),
  expr: promql`max by (${labels(clusterNodeCount, 'cluster')}) (${clusterNodeCount})`,
});

/** `min`: one reporter that sees the cluster as not ready is enough. */
export const clusterState = record({
  name: 'cluster:status:min', unit: 'bool', help: 'state of a managed cluster, 1 = ready',
  keeps: keep(clusterStatus, 'cluster'),
  expr: promql`min by (${labels(clusterStatus, 'cluster')}) (${clusterStatus})`,
});

export const budRecordingsClusters = recordingGroup({
  name: 'bud-recordings-clusters',
  evaluator: 'mimir',
  interval: '1m',
  reads: '5m',
  series: [gpuUtilization, gpuAvailable, nodeCount, clusterState],
});
