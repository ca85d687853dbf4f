import { promql, series } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf, recordingRules } from '../fixtures.ts';
import { dashboardRefresh } from './dashboard-refresh.ts';

const recorded = series('job:up:sum', { name: 'job:up:sum', type: 'recorded', unit: 'count', help: '', labels: {}, provenance: 'proposed', source: '' }, {});
const rules = recordingRules([{ record: 'job:up:sum', expr: 'sum by (job) (up)' }]);
const found = (json: object, reads = true) => problemsOf(dashboardRefresh, [rules, dashboard('a', { ...json }, reads ? [{ at: 'panel 1', query: promql`${recorded}` }] : [])]).map(({ what }) => what);

describe('dashboard-refresh', () => {
  it.each([
    ['faster than the rules', { refresh: '30s' }, true, 'every 1m'],
    ['faster than anything', { refresh: '10s' }, false, 'every 30s'],
    ['an audit by the minute', { refresh: '1m', tags: ['audit'] }, true, 'every 5m'],
  ])('finds one that is %s', (_, json, reads, fault) => {
    expect(found(json, reads)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([{ refresh: '1m' }, { refresh: '' }, { refresh: false }, { refresh: '5m', tags: ['audit'] }])('accepts %j', (json) => {
    expect(found(json)).toEqual([]);
  });
});
