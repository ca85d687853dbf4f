import { describe, expect, it } from '@jest/globals';
import { faultsOf, logTarget, panel, target } from '../fixtures.ts';
import { dashboardPanelShape } from './dashboard-panel-shape.ts';

const found = (type: string, asked: object, json: object = {}) => faultsOf(dashboardPanelShape, [panel(11, { type, targets: [asked], ...json })]);
const lines = logTarget('topk(10, sum by (app) (count_over_time({app="a"}[$__range])))', { queryType: 'instant' });
const buckets = 'rate(inference_latency_seconds_bucket[$__rate_interval])';

describe('dashboard-panel-shape', () => {
  it.each([
    ['bars of a log query as it is', 'barchart', lines, 'bars from series'],
    ['bars of curves', 'barchart', target('sum by (job) (up)'), 'bars from series'],
    ['a heatmap whose buckets are summed up', 'heatmap', target(`sum by (endpoint) (${buckets})`), 'without the label le'],
    ['a heatmap of a series that is no histogram', 'heatmap', target('inference_queue_depth'), 'without the label le'],
    ['a heatmap of one number', 'heatmap', target('time()'), 'without the label le'],
  ])('finds %s', (_, type, asked, fault) => {
    expect(found(type, asked)).toEqual([expect.stringContaining(fault)]);
    expect(found('timeseries', asked)).toEqual([]);
  });

  it('accepts bars with a column of names', () => {
    expect(found('barchart', lines, { transformations: [{ id: 'labelsToFields', options: { mode: 'columns' } }] })).toEqual([]);
    expect(found('barchart', target('sum by (job) (up)', { format: 'table', instant: true }))).toEqual([]);
  });

  it.each([
    ['of buckets', target(`sum by (le) (${buckets})`), {}],
    ['of a series that nobody knows', target('metric_of_nobody'), {}],
    ['that makes its own buckets', target('inference_queue_depth'), { options: { calculate: true } }],
  ])('accepts a heatmap %s', (_, asked, json) => {
    expect(found('heatmap', asked, json)).toEqual([]);
  });
});
