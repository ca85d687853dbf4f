import { describe, expect, it } from '@jest/globals';
import { alertRules, queryFaults } from '../fixtures.ts';
import { queryRateWindow } from './query-rate-window.ts';

const alert = alertRules([{ alert: 'TooMuch', expr: 'sum(rate(inference_requests_total[10m])) > 5' }]);

describe('query-rate-window', () => {
  it.each([
    ['sum(rate(inference_requests_total[5m]))', 'takes rate over 5m'],
    ['irate(inference_requests_total[$__interval])', 'takes irate over $__interval, which can be shorter'],
    ['increase(inference_requests_total[$interval])', 'takes increase over $interval'],
    ['rate(inference_requests_total[${__interval}])', 'takes rate over ${__interval}'],
  ])('finds %s on a dashboard', (query, fault) => {
    expect(queryFaults(queryRateWindow, query)).toEqual([expect.stringContaining(fault)]);
  });

  it.each(['rate(inference_requests_total[$__rate_interval])', 'increase(inference_requests_total[1h])', 'sum_over_time(a:b:c[1h])'])('accepts %s', (query) => {
    expect(queryFaults(queryRateWindow, query)).toEqual([]);
  });

  it('accepts the window of an alert on the same series, and any window in rules', () => {
    expect(queryFaults(queryRateWindow, 'sum by (endpoint) (rate(inference_requests_total[10m]))', [alert])).toEqual([]);
    expect(queryFaults(queryRateWindow, 'sum(rate(inference_requests_total[5m]))', [], 'a:b:c')).toEqual([]);
  });
});
