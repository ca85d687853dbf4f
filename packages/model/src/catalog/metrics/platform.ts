import { counter, gauge } from '../metric.ts';
import { closed, open, targetLabels } from '../labels.ts';

/** Series of the exporters that the document's alerts need without saying so. */
export const pgUp = gauge({
  name: 'pg_up', unit: 'bool', help: '1 when postgres_exporter can open a connection', provenance: 'document', source: 'document 6.2, postgres_exporter',
  labels: targetLabels,
});

export const nodeMemoryTotal = gauge({
  name: 'node_memory_MemTotal_bytes', unit: 'bytes', help: 'Physical memory of the node', provenance: 'document', source: 'document 6.3, node_exporter',
  labels: targetLabels,
});

export const containerLimits = gauge({
  name: 'kube_pod_container_resource_limits', unit: 'count', help: 'Resource limit of a container: cores or bytes', provenance: 'real', source: 'kube-state-metrics',
  labels: { ...targetLabels, container: open('container', 10), resource: closed('resource', 'cpu', 'memory', 'nvidia_com_gpu'), unit: open('unit', 3) },
});

/** Series that Prometheus and the rulers write for pending and firing alerts. */
export const firingAlerts = gauge({
  name: 'ALERTS', unit: 'bool', help: '1 while an alert is pending or firing', provenance: 'real', source: 'Prometheus',
  labels: {
    ...targetLabels,
    alertname: open('alert', 60), alertstate: closed('state', 'pending', 'firing'), severity: closed('severity', 'critical', 'warning', 'info', 'none'),
    priority: open('priority', 4), team: open('team', 5), endpoint: open('endpoint', 100), cluster: open('managed cluster', 20),
  },
});

export const certificateExpiry = gauge({
  name: 'certmanager_certificate_expiration_timestamp_seconds', unit: 'timestamp', help: 'Unix time at which a certificate expires', provenance: 'real', source: 'cert-manager',
  labels: { ...targetLabels, name: open('certificate', 30), exported_namespace: open('namespace of the certificate', 5) },
});

export const containerRestarts = counter({
  name: 'kube_pod_container_status_restarts_total', unit: 'count', help: 'Restarts of a container', provenance: 'real', source: 'kube-state-metrics',
  labels: { ...targetLabels, container: open('container', 10), uid: open('pod uid', 200) },
});

export const deploymentGeneration = gauge({
  name: 'kube_deployment_status_observed_generation', unit: 'count', help: 'Generation of a Deployment; it grows with every change of its specification', provenance: 'real', source: 'kube-state-metrics',
  labels: { ...targetLabels, deployment: open('Deployment', 40) },
});
