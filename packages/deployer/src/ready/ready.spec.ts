import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { KubernetesObject } from '../targets/kubernetes/transport/resource.ts';
import { readiness, settled, type Status, withPods } from './index.ts';

/** A state of an object, recorded from kube-apiserver 1.37 unless it is marked as written by hand, and what it means. */
interface Recorded {
  readonly byHand?: true;
  readonly object: KubernetesObject;
  readonly status: Status;
}

const folder = new URL('fixtures/', import.meta.url);
const kinds = readdirSync(folder).map((file) => ({ file, states: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Recorded[] }));

describe.each(kinds)('readiness: $file', ({ states }) => {
  it.each(states.map(({ object, status }) => ({ name: object.metadata.name, state: status.state, reason: status.reason, object, status })))('$name is $state: $reason', ({ object, status }) => {
    expect(readiness(object)).toEqual(status);
  });
});

describe('readiness', () => {
  it('has states of every kind that it knows', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.ts') && !['index.ts', 'status.ts', 'fields.ts', 'with-pods.ts', 'ready.spec.ts'].includes(file));
    expect(kinds.map(({ file }) => file.replace('.json', ''))).toEqual(files.map((file) => file.replace('.ts', '')));
  });

  it('asks for the kind, not for its version', () => {
    const deployment: KubernetesObject = { apiVersion: 'apps/v2', kind: 'Deployment', metadata: { name: 'd', generation: 1 }, status: { observedGeneration: 1 }, spec: { replicas: 1 } };
    expect(readiness(deployment).state).toBe('progressing');
    expect(readiness({ ...deployment, apiVersion: 'other.dev/v1' }).state).toBe('ready');
  });

  it.each([
    ['any kind that is on its way out', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', deletionTimestamp: 'x' } }, 'it is being deleted'],
    ['what holds it', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', deletionTimestamp: 'x', finalizers: ['a', 'b'] } }, 'it is being deleted, and waits for a, b'],
  ])('tells %s', (_, object, reason) => {
    expect(readiness(object)).toEqual({ state: 'terminating', reason });
  });
});

describe('settled', () => {
  it.each<readonly [string, Status, number, Status['state']]>([
    ['ready, at once', { state: 'ready', reason: '' }, 0, 'ready'],
    ['ready, to be seen again', { state: 'ready', reason: '', settleMs: 1000 }, 999, 'progressing'],
    ['ready, seen again', { state: 'ready', reason: '', settleMs: 1000 }, 1000, 'ready'],
    ['progressing without end', { state: 'progressing', reason: 'x' }, 1e9, 'progressing'],
    ['within patience', { state: 'progressing', reason: 'x', patienceMs: 60_000 }, 59_999, 'progressing'],
    ['out of patience', { state: 'progressing', reason: 'x', patienceMs: 60_000 }, 60_000, 'failed'],
  ])('%s', (_, status, stoodMs, state) => {
    expect(settled(status, stoodMs).state).toBe(state);
  });
});

describe('withPods', () => {
  const waiting: Status = { state: 'progressing', reason: '0 of 1 replicas are available' };
  const pod = (name: string, creationTimestamp: string, status: object, more: object = {}): KubernetesObject => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, creationTimestamp, ...more }, status });
  const bad = { phase: 'Pending', containerStatuses: [{ name: 'c', restartCount: 9, state: { waiting: { reason: 'CrashLoopBackOff' } } }] };
  const pulling = { phase: 'Pending', containerStatuses: [{ name: 'c', image: 'x', state: { waiting: { reason: 'ErrImagePull' } } }] };
  const good = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };

  it.each<readonly [string, Status, readonly KubernetesObject[], Partial<Status>]>([
    ['no pod', waiting, [], waiting],
    ['the newest pod failed', waiting, [pod('old', '2026-01-01T00:00:00Z', good), pod('new', '2026-01-01T00:00:01Z', bad)], { state: 'failed', reason: '0 of 1 replicas are available; pod new: container c: CrashLoopBackOff, 9 restarts' }],
    ['only an older pod failed', waiting, [pod('new', '2026-01-01T00:00:01Z', good), pod('old', '2026-01-01T00:00:00Z', bad)], waiting],
    ['the failed one is leaving', waiting, [pod('old', '2026-01-01T00:00:00Z', good), pod('new', '2026-01-01T00:00:01Z', bad, { deletionTimestamp: 'x' })], waiting],
    ['the newest pod has little time left', waiting, [pod('new', '2026-01-01T00:00:01Z', pulling)], { state: 'progressing', patienceMs: 60_000 }],
    ['the workload is ready all the same', { state: 'ready', reason: '' }, [pod('new', '2026-01-01T00:00:01Z', bad)], { state: 'ready', reason: '' }],
  ])('%s', (_, status, pods, wanted) => {
    expect(withPods(status, pods)).toMatchObject(wanted);
  });
});
