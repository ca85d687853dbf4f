import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { readersIn } from './readers.ts';

const readers = readersIn(environmentNamed('production'));

describe('readersIn', () => {
  it('finds what reads a metric through its recordings', () => {
    const { alerts, panels } = readers.ofMetric('inference_requests_total');
    expect(alerts).toEqual(expect.arrayContaining(['HighErrorRate', 'InferenceErrorBudgetBurnFast']));
    expect(panels.some((panel) => panel.startsWith('inference-metrics: '))).toBe(true);
  });

  it('finds what reads a histogram under the name of its specification', () => {
    expect(readers.ofMetric('inference_latency_seconds').alerts).toContain('HighLatency');
  });

  it('finds what reads a log field', () => {
    expect(readers.ofField('event').alerts).toContain('LoginFailureBurst');
  });

  it('finds nothing for what nobody reads', () => {
    expect(readers.ofMetric('made_up_total')).toEqual({ alerts: [], panels: [] });
    expect(readers.ofField('made_up')).toEqual({ alerts: [], panels: [] });
  });
});
