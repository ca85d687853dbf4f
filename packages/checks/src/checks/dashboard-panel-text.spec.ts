import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardPanelText } from './dashboard-panel-text.ts';

const description = 'Requests that failed, by endpoint; follow the link for the lines.';

describe('dashboard-panel-text', () => {
  it.each([
    ['no title', { title: ' ', description }, 'has no title'],
    ['no description', {}, 'has a description of 0 characters: ""'],
    ['a short one', { description: 'Requests.' }, 'has a description of 9 characters: "Requests."'],
    ['its title again', { title: 'Requests that failed, by endpoint', description: 'Requests that failed by endpoint.' }, 'repeats its title as description'],
  ])('finds a panel with %s', (_, json, fault) => {
    expect(faultsOf(dashboardPanelText, [panel(11, json)])).toEqual([expect.stringContaining(fault)]);
  });

  it('accepts a panel that says more than its title, and rows without a word', () => {
    expect(faultsOf(dashboardPanelText, [panel(11, { description }), panel(1001, { type: 'row' })])).toEqual([]);
  });
});
