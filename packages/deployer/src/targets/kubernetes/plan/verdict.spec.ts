import { describe, expect, it } from '@jest/globals';
import type { PlacedObject } from '../../../objects/index.ts';
import type { InventoryEntry } from '../inventory/index.ts';
import type { Live } from '../live/members.ts';
import { type Verdict, verdictOn } from './verdict.ts';

const placed: PlacedObject = { key: 'core/ConfigMap/n/a', object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'n' } }, text: '', digest: 'new', source: 'generator:rules', wave: 'backends', needs: [], policy: { prune: 'delete', onImmutable: 'fail' } };
const entry: InventoryEntry = { key: placed.key, source: 'generator:rules', prune: 'delete', wave: 'backends', uid: 'u', digest: 'new', fieldsDigest: 'f' };
const live: Live = { uid: 'u', resourceVersion: '1', terminating: false, partOf: 'set', fieldsDigest: 'f' };
const intended: InventoryEntry = { key: placed.key, source: 'generator:rules', prune: 'delete', wave: 'backends' };
const { partOf: _, ...unlabelled } = live;

type Row = readonly [what: string, entry: InventoryEntry | undefined, live: Live | undefined, options: { readonly depth?: 'quick' | 'full' | 'deep'; readonly adopt?: boolean }, wanted: Partial<Verdict>];

describe('verdictOn', () => {
  it.each<Row>([
    ['nothing there', undefined, undefined, {}, { kind: 'create' }],
    ['removed by hand', entry, undefined, {}, { kind: 'create', was: 'new' }],
    ['intended and not written', intended, undefined, {}, { kind: 'create' }],
    ['as it was written', entry, live, {}, { kind: 'unchanged' }],
    ['as it was written, looked at all the same', entry, live, { depth: 'deep' }, { kind: 'look', drifted: false }],
    ['of an older bundle, for an apply', { ...entry, digest: 'old' }, live, { depth: 'quick' }, { kind: 'update' }],
    ['of an older bundle, for a plan', { ...entry, digest: 'old' }, live, {}, { kind: 'look', drifted: false }],
    ['a field was taken from us', entry, { ...live, fieldsDigest: 'g' }, { depth: 'quick' }, { kind: 'look', drifted: true }],
    ['made anew by somebody', entry, { ...live, uid: 'v' }, {}, { kind: 'look', drifted: true }],
    ['written, and the record of it lost', intended, live, { depth: 'quick' }, { kind: 'look', drifted: false }],
    ['labelled, and in no record', undefined, live, {}, { kind: 'look', drifted: false }],
    ['ours, the label taken off', entry, unlabelled, {}, { kind: 'look', adopting: false }],
    ['of somebody else', undefined, unlabelled, {}, { kind: 'foreign' }],
    ['of somebody else, another one of the name of ours', entry, { ...unlabelled, uid: 'v' }, {}, { kind: 'foreign' }],
    ['of somebody else, to be taken over', undefined, unlabelled, { adopt: true }, { kind: 'look', adopting: true }],
    ['of another set', undefined, { ...live, partOf: 'other' }, { adopt: true }, { kind: 'otherSet', set: 'other' }],
    ['being deleted', entry, { ...live, terminating: true }, {}, { kind: 'terminating' }],
  ])('%s', (_, record, found, { depth = 'full', adopt = false }, wanted) => {
    expect(verdictOn({ placed, ...(record === undefined ? {} : { entry: record }), ...(found === undefined ? {} : { live: found }) }, { setId: 'set', depth, adopt })).toMatchObject(wanted);
  });

  it('takes a Namespace that is there as it is', () => {
    const namespace: PlacedObject = { ...placed, key: 'core/Namespace/_/n', object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n' } } };
    expect(verdictOn({ placed: namespace, live: unlabelled }, { setId: 'set', depth: 'full', adopt: false })).toMatchObject({ kind: 'look', adopting: true });
  });
});
