import { counter, gauge, histogram } from '../metric.ts';
import { open, targetLabels } from '../labels.ts';

/** Metrics of programs that only some environments run; `packs` of the environment says which. */
const engine = { ...targetLabels, model_name: open('model that the engine serves; equals `model` of the gateway', 50) };
const gpu = { ...targetLabels, gpu: open('index of the GPU in its node', 16), Hostname: open('node of the GPU', 50), modelName: open('GPU model', 8) };

const vllm = { provenance: 'real', source: 'vLLM', labels: engine } as const;
const dcgm = (name: string, unit: 'ratio' | 'count' | 'watts' | 'celsius' | 'bool', help: string) => gauge({ name, unit, help, provenance: 'real', source: 'DCGM exporter', labels: gpu });

/** Bounds of vLLM's own histograms. */
const firstToken = [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560];
const betweenTokens = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80];
const phases = [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680];

export const vllmFirstToken = histogram({ name: 'vllm:time_to_first_token_seconds', unit: 'seconds', help: 'Time until the first token of an answer', ...vllm, buckets: firstToken });
export const vllmBetweenTokens = histogram({ name: 'vllm:inter_token_latency_seconds', unit: 'seconds', help: 'Time between two tokens of an answer', ...vllm, buckets: betweenTokens });
export const vllmQueueTime = histogram({ name: 'vllm:request_queue_time_seconds', unit: 'seconds', help: 'Time that a request waits in the engine', ...vllm, buckets: phases });
export const vllmPrefillTime = histogram({ name: 'vllm:request_prefill_time_seconds', unit: 'seconds', help: 'Time spent on reading the prompt', ...vllm, buckets: phases });
export const vllmDecodeTime = histogram({ name: 'vllm:request_decode_time_seconds', unit: 'seconds', help: 'Time spent on writing the answer', ...vllm, buckets: phases });
export const vllmRunning = gauge({ name: 'vllm:num_requests_running', unit: 'count', help: 'Requests in the running batch', ...vllm });
export const vllmWaiting = gauge({ name: 'vllm:num_requests_waiting', unit: 'count', help: 'Requests that wait for a place in the batch', ...vllm });
export const vllmCacheUsage = gauge({ name: 'vllm:kv_cache_usage_perc', unit: 'ratio', help: 'Use of the key-value cache, 0..1 in spite of its name', ...vllm });
export const vllmPrefixQueries = counter({ name: 'vllm:prefix_cache_queries_total', unit: 'tokens', help: 'Tokens looked up in the prefix cache', ...vllm });
export const vllmPrefixHits = counter({ name: 'vllm:prefix_cache_hits_total', unit: 'tokens', help: 'Tokens found in the prefix cache', ...vllm });
export const vllmPreemptions = counter({ name: 'vllm:num_preemptions_total', unit: 'count', help: 'Requests thrown out of the batch for want of cache', ...vllm });
export const vllmFinished = counter({ name: 'vllm:request_success_total', unit: 'requests', help: 'Requests that ended, by reason', ...vllm, labels: { ...engine, finished_reason: open('stop, length, abort, …', 5) } });

export const gpuTensorActive = dcgm('DCGM_FI_PROF_PIPE_TENSOR_ACTIVE', 'ratio', 'Share of time in which the tensor cores work: what the money is for');
export const gpuMemoryUsed = dcgm('DCGM_FI_DEV_FB_USED', 'count', 'GPU memory in use, MiB');
export const gpuMemoryFree = dcgm('DCGM_FI_DEV_FB_FREE', 'count', 'GPU memory that is free, MiB');
export const gpuPower = dcgm('DCGM_FI_DEV_POWER_USAGE', 'watts', 'Power that a GPU draws');
export const gpuTemperature = dcgm('DCGM_FI_DEV_GPU_TEMP', 'celsius', 'Temperature of a GPU');
export const gpuLastError = dcgm('DCGM_FI_DEV_XID_ERRORS', 'count', 'Number of the last XID error, 0 when there was none');
export const gpuRemapFailure = dcgm('DCGM_FI_DEV_ROW_REMAP_FAILURE', 'bool', '1 when a broken memory row could not be replaced: the GPU is to be exchanged');
