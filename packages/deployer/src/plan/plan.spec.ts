import { describe, expect, it } from '@jest/globals';
import { type Change, isEmpty, makePlan } from './plan.ts';
import type { DesiredObject, LiveObject, OwnedObject, Snapshot } from './snapshot.ts';

const desired: DesiredObject = { address: 'x', artifact: 'dashboard:x', wave: 'dashboards', needs: [], digest: 'new', text: '' };
const identity = { kind: 'directory', address: '/t' };
const blocked: LiveObject = { state: 'blocked', problem: { code: 'target-symbolic-link', severity: 'error', where: {}, what: '', why: '', fix: '' } };
const live = (digest?: string): LiveObject => (digest === undefined ? { state: 'absent' } : { state: 'present', digest });

function planOf(owned: Partial<OwnedObject> | undefined, found: LiveObject, wanted: readonly DesiredObject[] = [desired], more: Partial<Snapshot> = {}) {
  const entry: OwnedObject[] = owned === undefined ? [] : [{ address: 'x', artifact: 'dashboard:x', wave: 'dashboards', ...owned }];
  return makePlan('local', identity, wanted, { inventory: 'complete', owned: entry, live: new Map([['x', found]]), problems: [], locked: false, ...more });
}

type Row = readonly [what: string, owned: Partial<OwnedObject> | undefined, found: LiveObject, wanted: Partial<Change> | 'unchanged' | 'conflict'];

describe('makePlan, for an object of the bundle', () => {
  it.each<Row>([
    ['nothing there', undefined, live(), { action: 'create', to: 'new' }],
    ['ours and as it should be', { digest: 'new' }, live('new'), 'unchanged'],
    ['ours, of an older bundle', { digest: 'old' }, live('old'), { action: 'update', from: 'old', to: 'new' }],
    ['ours, edited by hand', { digest: 'old' }, live('edited'), { action: 'update', from: 'edited', drift: { recorded: 'old' } }],
    ['ours, removed by hand', { digest: 'old' }, live(), { action: 'create', drift: { recorded: 'old' } }],
    ['ours, edited by hand into what it should be', { digest: 'old' }, live('new'), { action: 'adopt', from: 'new' }],
    ['foreign and different', undefined, live('other'), 'conflict'],
    ['foreign and identical', undefined, live('new'), { action: 'adopt', from: 'new' }],
    ['behind a symbolic link', { digest: 'new' }, blocked, 'conflict'],
    ['intended and written', { intended: 'new' }, live('new'), 'unchanged'],
    ['intended by an older bundle and written', { intended: 'old' }, live('old'), { action: 'update', from: 'old', to: 'new' }],
    ['intended and not written', { intended: 'new' }, live(), { action: 'create' }],
    ['intended, not written, and somebody else was there first', { intended: 'old' }, live('other'), 'conflict'],
    ['ours, an update intended and not written', { digest: 'old', intended: 'new' }, live('old'), { action: 'update', from: 'old' }],
  ])('%s', (_, owned, found, wanted) => {
    const plan = planOf(owned, found);
    expect({ changes: plan.changes.length, unchanged: plan.unchanged.length, conflicts: plan.conflicts.length }).toEqual({ changes: typeof wanted === 'object' ? 1 : 0, unchanged: wanted === 'unchanged' ? 1 : 0, conflicts: wanted === 'conflict' ? 1 : 0 });
    if (typeof wanted === 'object') {
      expect(plan.changes[0]).toMatchObject(wanted);
      expect(plan.changes[0]?.drift).toEqual(wanted.drift);
    }
  });
});

describe('makePlan, for an object that the bundle no longer has', () => {
  it.each<Row>([
    ['ours', { digest: 'old' }, live('old'), { action: 'delete', from: 'old' }],
    ['ours, edited by hand', { digest: 'old' }, live('edited'), { action: 'delete', from: 'edited', drift: { recorded: 'old' } }],
    ['gone already', { digest: 'old' }, live(), { action: 'forget' }],
    ['intended and written', { intended: 'old' }, live('old'), { action: 'delete', from: 'old' }],
    ['intended, not written, and of somebody else', { intended: 'old' }, live('other'), { action: 'forget' }],
    ['behind a symbolic link', { digest: 'old' }, blocked, 'conflict'],
  ])('%s', (_, owned, found, wanted) => {
    const plan = planOf(owned, found, []);
    if (wanted === 'conflict') expect(plan.conflicts).toHaveLength(1);
    else if (wanted !== 'unchanged') expect(plan.changes).toEqual([expect.objectContaining(wanted)]);
  });
});

describe('isEmpty', () => {
  it.each([
    ['nothing to do', {}, true],
    ['an unfinished inventory', { inventory: 'unfinished' }, false],
    ['a lock left behind', { locked: true }, false],
  ] as const)('%s', (_, more, wanted) => expect(isEmpty(planOf({ digest: 'new' }, live('new'), [desired], more))).toBe(wanted));
});
