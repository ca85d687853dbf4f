import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardNoValue } from './dashboard-no-value.ts';

const missing = (color: string) => [{ type: 'special', options: { match: 'null+nan', result: { text: 'NO DATA', color } } }];
const found = (type: string, defaults: object) => faultsOf(dashboardNoValue, [panel(11, { type, fieldConfig: { defaults } })]);

describe('dashboard-no-value', () => {
  it.each([
    ['a chart without words', 'timeseries', {}, 'says nothing'],
    ['a stat that is green by its lowest step', 'stat', { noValue: '0' }, 'takes its colour from the lowest threshold'],
    ['a stat that is green by its mapping', 'stat', { noValue: '0', mappings: missing('light-green') }, 'is green when there is no data'],
  ])('finds %s', (_, type, defaults, fault) => {
    expect(found(type, defaults)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([['timeseries', { noValue: 'no data' }], ['stat', { noValue: 'no data', mappings: missing('#8e8e8e') }]])('accepts a %s with %j', (type, defaults) => {
    expect(found(type, defaults)).toEqual([]);
  });
});
