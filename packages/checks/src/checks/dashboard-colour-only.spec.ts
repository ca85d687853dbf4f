import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardColourOnly } from './dashboard-colour-only.ts';

const words = [{ type: 'value', options: { 1: { text: 'UP' } } }];
const missing = [{ type: 'special', options: { match: 'null' } }];
const found = (type: string, options: object, defaults: object) => faultsOf(dashboardColourOnly, [panel(11, { type, options, fieldConfig: { defaults } })]);

describe('dashboard-colour-only', () => {
  it.each([
    ['states without words', 'state-timeline', { showValue: 'never' }, {}, 'shows states by colour alone'],
    ['a colour without a value', 'stat', { textMode: 'none' }, { unit: 's' }, 'without its value'],
    ['a bare 0 or 1', 'stat', { textMode: 'value' }, { unit: 'none', mappings: missing }, 'shows a state as a bare number'],
  ])('finds %s', (_, type, options, defaults, fault) => {
    expect(found(type, options, defaults)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    ['state-timeline', { showValue: 'never' }, { mappings: words }],
    ['state-timeline', { showValue: 'auto' }, {}],
    ['stat', { textMode: 'value' }, { unit: 'none', mappings: words }],
    ['stat', { textMode: 'value' }, { unit: 'reqps' }],
  ])('accepts a %s with %j and %j', (type, options, defaults) => {
    expect(found(type, options, defaults)).toEqual([]);
  });
});
