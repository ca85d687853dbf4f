import { describe, expect, it } from '@jest/globals';
import { catalogSeries, metricSpecs, roles, services, severities, spanOperations, streamLabels } from '../index.ts';

/** Document 3.2, with the label that its rule 3.3 needs and its table forgets. */
const documented: readonly (readonly [name: string, ...labels: string[]])[] = [
  ['http_requests_total', 'service', 'method', 'status'],
  ['http_request_duration_seconds', 'service', 'method'],
  ['process_cpu_seconds_total', 'service'],
  ['process_resident_memory_bytes', 'service'],
  ['inference_requests_total', 'model', 'endpoint', 'status'],
  ['inference_latency_seconds', 'model', 'endpoint'],
  ['inference_tokens_total', 'model', 'direction'],
  ['inference_queue_depth', 'endpoint'],
  ['cluster_node_count', 'cluster'],
  ['cluster_gpu_available', 'cluster', 'gpu_type'],
  ['cluster_gpu_utilization', 'cluster', 'node'],
  ['cluster_status', 'cluster'],
];

describe('metrics', () => {
  it.each(documented)('%s has the labels that the document gives it', (name, ...labels) => {
    const spec = metricSpecs.find((entry) => entry.name === name);
    expect(spec?.provenance).toBe('document');
    expect(Object.keys(spec?.labels ?? {})).toEqual(expect.arrayContaining(labels));
  });

  it('gives histograms the bound of the 5 s objective and bounds above it', () => {
    const latency = metricSpecs.find(({ name }) => name === 'inference_latency_seconds');
    expect(latency?.buckets).toContain(5);
    expect(latency?.buckets?.filter((bound) => bound > 5).length).toBeGreaterThan(2);
    expect(catalogSeries.has('inference_latency_seconds_bucket')).toBe(true);
    expect(catalogSeries.has('inference_latency_seconds')).toBe(false);
  });

  it.each(metricSpecs.map((spec) => [spec.name, spec] as const))('%s avoids identifiers of persons and requests as labels (document 9.1)', (_name, spec) => {
    expect(Object.keys(spec.labels).filter((label) => ['user_id', 'request_id', 'session_id', 'trace_id'].includes(label))).toEqual([]);
  });

  it('names a counter as counters are named, unless a real program does otherwise', () => {
    const odd = metricSpecs.filter(({ type, name, provenance }) => type === 'counter' && provenance !== 'real' && !name.endsWith('_total'));
    expect(odd.map(({ name }) => name)).toEqual([]);
  });
});

describe('services', () => {
  const names = new Set<string>(Object.keys(services));

  it.each(Object.values(services).map((entry) => [entry.name, entry] as const))('%s depends on services that exist', (name, entry) => {
    expect(services[name]).toBe(entry);
    expect([...entry.needs, ...entry.uses].filter((needed) => !names.has(needed))).toEqual([]);
  });

  it('instruments the four services of the document', () => {
    expect(Object.values(services).filter(({ instrumented }) => instrumented).map(({ name }) => name)).toEqual(['budapp', 'budcluster', 'budsim', 'budgateway']);
    expect(new Set(Object.values(spanOperations).map(({ service }) => service))).toEqual(new Set(['budapp', 'budcluster', 'budsim', 'budgateway']));
  });
});

describe('vocabulary', () => {
  it('has the index labels of document 4.3', () => {
    expect(Object.keys(streamLabels)).toEqual(['app', 'namespace', 'pod', 'container', 'level']);
  });

  it('has the severities of document 6.1', () => {
    expect([severities.critical, severities.warning, severities.info].map(({ priority, responseTime }) => `${priority} ${responseTime}`)).toEqual(['P1 15 minutes', 'P2 1 hour', 'P3 next business day']);
  });

  it('gives nobody but Admin an editing role (document 7.3)', () => {
    expect(Object.values(roles).filter(({ grafanaRole }) => grafanaRole === 'Admin').map(({ name }) => name)).toEqual(['Admin']);
  });
});
