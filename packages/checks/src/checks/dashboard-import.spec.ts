import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../fixtures.ts';
import { dashboardImport } from './dashboard-import.ts';

const good = { editable: false, schemaVersion: 42 };

describe('dashboard-import', () => {
  it.each([
    ['an id', { id: 7 }, 'id'],
    ['a version', { version: 3 }, 'version'],
    ['an editor', { editable: true }, 'editable'],
    ['no word on editing', { editable: undefined }, 'editable'],
    ['no schema', { schemaVersion: undefined }, 'schemaVersion'],
  ])('finds a dashboard with %s', (_, json, at) => {
    expect(faultsOf(dashboardImport, [], [], { ...good, ...json })).toEqual([expect.stringMatching(`^${at}: `)]);
  });

  it('accepts one that can be imported again', () => {
    expect(faultsOf(dashboardImport, [], [], good)).toEqual([]);
  });
});
