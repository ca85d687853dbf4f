import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { dashboardIdentity } from './dashboard-identity.ts';

const good = { tags: ['bud', 'generated', 'platform', 'red'], description: 'Is all well?' };
const found = (json: object, uid = 'a', folder = 'bud-platform') => problemsOf(dashboardIdentity, [dashboard(uid, { ...good, ...json }, [], folder)]).map(({ where, what }) => `${where.path}: ${what}`);

describe('dashboard-identity', () => {
  it('accepts one that says whose it is and what it answers', () => {
    expect(found({})).toEqual([]);
  });

  it.each([
    ['no team', { tags: ['bud', 'generated', 'red'] }, 'has no tag for its team'],
    ['no method', { tags: ['bud', 'generated', 'platform'] }, 'has no tag for its method'],
    ['no tags', { tags: ['platform', 'use'] }, 'has no tag for bud'],
    ['no question', { description: 'All about clusters.' }, 'which question it answers'],
  ])('finds one with %s', (_, json, fault) => {
    expect(found(json)).toContainEqual(expect.stringContaining(fault));
  });

  it('finds UIDs and folders that nobody can type', () => {
    expect(found({}, 'My Dashboard')).toEqual([expect.stringMatching(/^uid: has the UID/)]);
    expect(found({}, 'a'.repeat(41))).toHaveLength(1);
    expect(found({}, 'a', 'somewhere')).toEqual([expect.stringMatching(/^folder: is in the folder "somewhere"/)]);
  });
});
