import { describe, expect, it } from '@jest/globals';
import { labels, metrics, panelRef, promql, stream, type Duration } from '../index.ts';

/**
 * Each `@ts-expect-error` fails `typecheck` when the line below it compiles: these are the promises of the typed catalog.
 * The functions are never called.
 */
const refused = [
  // @ts-expect-error a metric that the catalog does not have
  () => metrics.inferenceRequestz,
  // @ts-expect-error a label that the metric does not have
  () => metrics.inferenceTokens({ endpoint: 'a' }),
  // @ts-expect-error a value outside a closed list
  () => metrics.inferenceRequests({ status: 'eror' }),
  // @ts-expect-error a grouping label that the metric does not have
  () => labels(metrics.inferenceTokens, 'endpoint'),
  // @ts-expect-error a histogram has no series of its own name
  () => promql`${metrics.inferenceLatency}`,
  // @ts-expect-error a plain string in a hole
  () => promql`${'up'} == 0`,
  // @ts-expect-error a stream label that does not exist
  () => stream({ application: 'budapp' }),
  // @ts-expect-error a level that does not exist
  () => stream({ level: 'warn' }),
  // @ts-expect-error a panel that the dashboard does not promise
  () => panelRef('resource-util', 'cpuByServise'),
  // @ts-expect-error a duration of an unknown unit
  (): Duration => '5x',
];

describe('the typed catalog', () => {
  it('refuses wrong names at compile time', () => {
    expect(refused).toHaveLength(10);
  });

  it('accepts the right ones', () => {
    expect(metrics.inferenceRequests({ status: 'error' }).text).toBe('inference_requests_total{status="error"}');
    expect(labels(metrics.inferenceTokens, 'model', 'direction').text).toBe('model, direction');
  });
});
