import { describe, expect, it } from '@jest/globals';
import { job } from '../fixtures/objects.ts';
import { readHook, skippedHooks } from './hooks.ts';

const read = (hook: string | undefined, weight?: string) => {
  const { object } = job('j');
  const annotations = { ...(hook === undefined ? {} : { 'helm.sh/hook': hook }), ...(weight === undefined ? {} : { 'helm.sh/hook-weight': weight }) };
  return readHook({ ...object, metadata: { ...object.metadata, annotations } });
};

describe('readHook', () => {
  it.each([
    [undefined, { kind: 'ordinary' }],
    ['crd-install', { kind: 'ordinary' }],
    ['pre-install', { kind: 'hook', hook: { when: 'before', weight: 0 } }],
    ['pre-install, PRE-UPGRADE', { kind: 'hook', hook: { when: 'before', weight: 0 } }],
    ['pre-upgrade,pre-rollback', { kind: 'hook', hook: { when: 'before', weight: 0 } }],
    ['post-install', { kind: 'hook', hook: { when: 'after', weight: 0 } }],
    ['post-install,pre-upgrade', { kind: 'hook', hook: { when: 'after', weight: 0 } }],
    ['pre-delete', { kind: 'dropped' }],
    ['post-rollback,post-delete', { kind: 'dropped' }],
    ['test', { kind: 'dropped' }],
    ['test-success', { kind: 'dropped' }],
    ['pre-install,pre-instal', { kind: 'unknown', events: ['pre-instal'] }],
    ['toString', { kind: 'unknown', events: ['tostring'] }],
    ['', { kind: 'unknown', events: [''] }],
  ])('%s', (hook, reading) => {
    expect(read(hook)).toEqual(reading);
  });

  it.each([['-5', -5], ['10', 10], ['x', 0]])('weight %s', (text, weight) => {
    expect(read('pre-install', text)).toEqual({ kind: 'hook', hook: { when: 'before', weight } });
  });
});

describe('skippedHooks', () => {
  it.each([
    ['level=INFO msg="skipping unknown hooks" hookTypes=weird\nlevel=INFO msg="skipping unknown hooks" hookTypes="pre-install, weird"\n', ['weird', 'pre-install, weird']],
    ['2026/01/02 03:04:05 info: skipping unknown hook: "weird"\n', ['weird']],
    ['level=WARN msg="something else" hook=weird\n', []],
    ['', []],
  ])('%j', (stderr, events) => {
    expect(skippedHooks(stderr)).toEqual(events);
  });
});
