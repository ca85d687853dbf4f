import { describe, expect, it } from '@jest/globals';
import { faultsOf, variable } from '../fixtures.ts';
import { dashboardVariableOptions } from './dashboard-variable-options.ts';

const good = { refresh: 2, multi: true, includeAll: true, allValue: '.+' };
const found = (json: object) => faultsOf(dashboardVariableOptions, [], [], { templating: { list: [variable('endpoint', { ...good, ...json })] } });

describe('dashboard-variable-options', () => {
  it.each([
    ['filled once', { refresh: 1 }, 'is not filled again'],
    ['All of everything', { allValue: '.*' }, 'stands for ".*"'],
    ['All of a list', { allValue: null }, 'stands for a list of every value'],
    ['All that can be empty', { allValue: 'bud|' }, 'stands for "bud|"'],
    ['All but not several', { multi: false }, 'no choice of several'],
  ])('finds a variable with %s', (_, json, fault) => {
    expect(found(json)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([{}, { allValue: 'bud.+' }, { includeAll: false, allValue: undefined, multi: false }, { type: 'interval', refresh: 0 }])('accepts %j', (json) => {
    expect(found(json)).toEqual([]);
  });
});
