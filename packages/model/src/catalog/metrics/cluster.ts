import { gauge } from '../metric.ts';
import { open, targetLabels } from '../labels.ts';

const cluster = open('cluster that the platform manages (not the platform cluster)', 20);

/** Value of `cluster_status` that means ready; every other value means not ready (decisions 14). */
export const clusterReady = 1;

/** Cluster metrics of document 3.2. */
export const clusterNodeCount = gauge({
  name: 'cluster_node_count', unit: 'count', help: 'Nodes per cluster', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, cluster },
});

export const clusterGpuAvailable = gauge({
  name: 'cluster_gpu_available', unit: 'count', help: 'Available GPUs', provenance: 'document', source: 'document 3.2',
  labels: { ...targetLabels, cluster, gpu_type: open('GPU model', 8) },
});

/** `node` here is the node of the managed cluster, not the target label. */
export const clusterGpuUtilization = gauge({
  name: 'cluster_gpu_utilization', unit: 'ratio', help: 'GPU utilization, 0..1', provenance: 'document', source: 'document 3.2, decisions 14',
  labels: { ...targetLabels, cluster, node: open('node of the managed cluster', 200) },
});

export const clusterStatus = gauge({
  name: 'cluster_status', unit: 'bool', help: 'Cluster state: 1 = ready', provenance: 'document', source: 'document 3.2, decisions 14',
  labels: { ...targetLabels, cluster },
});
