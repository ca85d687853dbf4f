import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel, recordingRules, target } from '../fixtures.ts';
import { queryRawSeries } from './query-raw-series.ts';

const recorded = recordingRules([
  { record: 'endpoint_status:requests:rate5m', expr: 'sum by (endpoint, status) (rate(inference_requests_total[5m]))' },
  { record: 'model:errors:rate5m', expr: 'sum by (model) (rate(inference_requests_total{status="error"}[5m]))' },
]);
const found = (query: string, json: Readonly<Record<string, unknown>> = {}) => faultsOf(queryRawSeries, [panel(11, { targets: [target(query, json)] })], [recorded]);

describe('query-raw-series', () => {
  it.each([
    ['sum by (endpoint) (rate(inference_requests_total[$__rate_interval]))', 'endpoint_status:requests:rate5m'],
    ['sum(rate(inference_requests_total{endpoint=~"$endpoint", status="error"}[5m]))', 'endpoint_status:requests:rate5m'],
    ['topk(5, sum by (model) (rate(inference_requests_total{status="error"}[$__rate_interval])))', 'model:errors:rate5m'],
  ])('finds %s', (query, series) => {
    expect(found(query)).toEqual([`panel 11 (Panel 11) target A: computes from inference_requests_total what ${series} holds`]);
  });

  it.each([
    'sum by (endpoint) (rate(inference_requests_total[1h]))',
    'sum by (pod) (rate(inference_requests_total[$__rate_interval]))',
    'sum by (model) (rate(inference_requests_total[$__rate_interval]))',
    'max by (endpoint) (rate(inference_requests_total[$__rate_interval]))',
    'sum by (endpoint) (endpoint_status:requests:rate5m)',
  ])('accepts %s', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('accepts a query for exemplars, which recordings do not carry', () => {
    expect(found('sum by (endpoint) (rate(inference_requests_total[$__rate_interval]))', { exemplar: true })).toEqual([]);
  });
});
