import { describe, expect, it } from '@jest/globals';
import { dashboard, faultsOf, panel, problemsOf, target } from '../fixtures.ts';
import { dashboardWayOnward } from './dashboard-way-onward.ts';

const explore = (uid: string) => `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify({ a: { datasource: uid } }))}`;
const ways = ['/d/error-tracking?${__url_time_range}', explore('loki'), explore('tempo')];
const links = (urls: readonly string[]) => urls.map((url) => ({ url }));
const showing = (type: string, urls: readonly string[]) => faultsOf(dashboardWayOnward, [panel(11, { type, targets: [target('up')], fieldConfig: { defaults: { links: links(urls) } } })]);

describe('dashboard-way-onward', () => {
  it.each([
    ['a chart that leads nowhere', 'timeseries', [], 'does not lead to a dashboard, nor to log lines, nor to traces'],
    ['a chart without traces', 'heatmap', ways.slice(0, 2), 'does not lead to traces'],
    ['a chart without lines', 'barchart', [ways[0] ?? '', explore('mimir'), explore('tempo')], 'does not lead to log lines'],
    ['a chart without a dashboard', 'state-timeline', [...ways.slice(1), 'https://runbooks.test/d'], 'does not lead to a dashboard'],
    ['a number that leads nowhere', 'stat', [], 'leads nowhere'],
  ] as const)('finds %s', (_, type, urls, fault) => {
    expect(showing(type, urls)).toEqual([`panel 11 (Panel 11): ${fault}`]);
  });

  it.each([
    ['timeseries', ways],
    ['stat', ['https://runbooks.test/HighCPU']],
    ['logs', []],
    ['table', []],
    ['text', []],
  ])('accepts a panel of type %s that leads to %j', (type, urls) => {
    expect(showing(type, urls)).toEqual([]);
  });

  it('counts the links of single series, and those in the corner of the panel', () => {
    const overrides = [{ matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'unit', value: 's' }, { id: 'links', value: links(ways.slice(0, 1)) }] }];
    expect(problemsOf(dashboardWayOnward, [dashboard('a', { panels: [panel(11, { fieldConfig: { overrides }, links: links(ways.slice(1)) })] })])).toEqual([]);
  });
});
