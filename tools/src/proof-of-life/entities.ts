/** Values of some labels that belong together: one model is behind an endpoint, one node in a cluster. */
export type Entity = Readonly<Record<string, string>>;

/** What the platform runs in the synthetic telemetry: kinds of things, each as rows of labels. */
export const entities: readonly (readonly Entity[])[] = [
  [
    { endpoint: 'chat', model: 'llama-70b', model_name: 'llama-70b' },
    { endpoint: 'embed', model: 'bge-m3', model_name: 'bge-m3' },
    { endpoint: 'vision', model: 'qwen-vl', model_name: 'qwen-vl' },
  ],
  [
    { cluster: 'gpu-east', node: 'east-1', gpu_type: 'H100' },
    { cluster: 'gpu-east', node: 'east-2', gpu_type: 'A100' },
    { cluster: 'gpu-west', node: 'west-1', gpu_type: 'L40S' },
    { cluster: 'gpu-west', node: 'west-2', gpu_type: 'L40S' },
  ],
  [
    { Hostname: 'node-a', gpu: '0', modelName: 'NVIDIA L4' },
    { Hostname: 'node-a', gpu: '1', modelName: 'NVIDIA L4' },
    { Hostname: 'node-b', gpu: '0', modelName: 'NVIDIA L4' },
  ],
  [{ resource: 'cpu', unit: 'core' }, { resource: 'memory', unit: 'byte' }, { resource: 'nvidia_com_gpu', unit: 'integer' }],
  [{ remote_name: 'mimir', url: 'http://mimir/api/v1/push' }],
  [{ name: 'gateway-tls', exported_namespace: 'bud' }, { name: 'grafana-tls', exported_namespace: 'observability' }],
];

/** Plausible values of labels that stand alone and whose list the catalog leaves open. */
export const openValues: Readonly<Record<string, readonly string[]>> = {
  status: ['200', '404', '500'],
  finished_reason: ['stop', 'length', 'abort'],
  reason: ['rate_limited', 'other'],
  integration: ['email', 'slack'],
  rule_group: ['bud-recordings', 'bud-critical'],
  exporter: ['otlp/tempo'],
  user: ['anonymous'],
  tenant: ['single-tenant'],
};

/** How much of the traffic of a metric has a label's value, by `label=value`; all of it when it is not named. */
export const shares: Readonly<Record<string, number>> = {
  'status=200': 0.97,
  'status=404': 0.03,
  'status=500': 0.0002,
  'status=success': 0.999,
  'status=error': 0.001,
  'direction=output': 0.25,
  'method=PUT': 0.1,
  'method=PATCH': 0.1,
  'method=DELETE': 0.1,
  'method=HEAD': 0.02,
  'method=OPTIONS': 0.02,
  'finished_reason=length': 0.1,
  'finished_reason=abort': 0.02,
};
