import { describe, expect, it } from '@jest/globals';
import { keep, labels, metrics, promql } from '@bud-o11y/model';
import { record, recordBy } from './recording.ts';

const { inferenceRequests } = metrics;
const common = { name: 'endpoint:inference_requests:rate5m', unit: 'requests/s', help: 'requests', keeps: keep(inferenceRequests, 'endpoint') } as const;
const expr = promql`sum by (${labels(inferenceRequests, 'endpoint')}) (rate(${inferenceRequests}[5m]))`;

describe('record', () => {
  it('gives a series that queries read like one of the catalog', () => {
    const recorded = record({ ...common, expr });
    expect(promql`${recorded({ endpoint: 'chat' })} > 1`).toMatchObject({ text: 'endpoint:inference_requests:rate5m{endpoint="chat"} > 1', problems: [] });
    expect(recorded.spec).toMatchObject({ type: 'recorded', unit: 'requests/s' });
    expect(recorded.rules).toEqual([{ expr, labels: {} }]);
  });
});

describe('recordBy', () => {
  it('records one rule per value of the label, which the series then carries', () => {
    const recorded = recordBy({ ...common, label: 'quantile', variants: { '0.99': expr, '0.5': promql`${expr} / 2` } });
    expect(recorded.rules.map((rule) => rule.labels)).toEqual(expect.arrayContaining([{ quantile: '0.99' }, { quantile: '0.5' }]));
    expect(recorded.rules).toHaveLength(2);
    expect(Object.keys(recorded.spec.labels).sort()).toEqual(['endpoint', 'quantile']);
    expect(recorded({ quantile: '0.99' }).text).toBe('endpoint:inference_requests:rate5m{quantile="0.99"}');
  });
});
