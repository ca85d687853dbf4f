/** The one node of the cluster: kwok answers for it, pods on it run in name only. */
export const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'kwok-0', annotations: { 'kwok.x-k8s.io/node': 'fake' }, labels: { 'kubernetes.io/hostname': 'kwok-0', 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' } },
  status: {
    allocatable: { cpu: '64', memory: '256Gi', pods: '1000', 'ephemeral-storage': '1Ti' },
    capacity: { cpu: '64', memory: '256Gi', pods: '1000', 'ephemeral-storage': '1Ti' },
  },
} as const;
