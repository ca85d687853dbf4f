import { metrics } from '@bud-o11y/model';
import type { Values } from '../chart.ts';

/** Label of model pods, asked of the platform: which inference endpoint they serve, as the gateway's spans name it. */
export const endpointPodLabel = 'bud.ai/endpoint';

/** The document's label `endpoint` of what a model pod exposes. */
export const endpointLabel: Values = { source_labels: [`__meta_kubernetes_pod_label_${endpointPodLabel.replaceAll(/[^\w]/g, '_')}`], target_label: 'endpoint' };

const { inferenceQueueDepth, inferenceTokens } = metrics;

/** vLLM's two counters become one with a direction, and its `model_name` becomes `model` there. Each of them has one reader: the document's name. */
export const tokens: readonly Values[] = [
  ...Object.entries({ prompt: 'input', generation: 'output' } as const).flatMap(([kind, direction]) => {
    const own = { source_labels: ['__name__'], regex: `vllm:${kind}_tokens_total` };
    return [
      { source_labels: ['__name__', 'model_name'], separator: ';', regex: `vllm:${kind}_tokens_total;(.+)`, target_label: 'model' },
      { ...own, target_label: 'direction', replacement: direction },
      { ...own, target_label: '__name__', replacement: inferenceTokens.metric },
    ];
  }),
  // Its series have these instead; what else they are called would make two series of one.
  { source_labels: ['__name__', 'model_name'], separator: ';', regex: `${inferenceTokens.metric};.+`, target_label: 'model_name', replacement: '' },
];

/** The sidecar's own gauge, whatever engine it watches. */
export const queueDepth: readonly Values[] = [{ source_labels: ['__name__'], regex: 'bud:num_requests_waiting', target_label: '__name__', replacement: inferenceQueueDepth.metric }];
