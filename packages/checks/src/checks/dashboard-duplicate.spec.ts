import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf } from '../fixtures.ts';
import { dashboardDuplicate } from './dashboard-duplicate.ts';

const found = (...artifacts: readonly ReturnType<typeof dashboard>[]) => problemsOf(dashboardDuplicate, artifacts).map(({ what }) => what.split(',')[0]);

describe('dashboard-duplicate', () => {
  it.each([
    ['a UID', [dashboard('a'), dashboard('b', { uid: 'a' })], 'has the UID a'],
    ['a title in one folder', [dashboard('a'), dashboard('b', { title: 'a' })], 'has the title "a"'],
    ['a panel id, across rows', [dashboard('a', { panels: [panel(1), panel(2, { type: 'row', panels: [panel(1)] })] })], 'has two panels with the id 1'],
  ])('finds %s that is there twice', (_, artifacts, expected) => {
    expect(found(...artifacts)).toEqual([expected]);
  });

  it('accepts one title in two folders, and one panel id in two dashboards', () => {
    expect(found(dashboard('a', { panels: [panel(1)] }), dashboard('b', { title: 'a', panels: [panel(1)] }, [], 'bud-audit'))).toEqual([]);
  });
});
