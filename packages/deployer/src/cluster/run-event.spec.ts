import { describe, expect, it } from '@jest/globals';
import { call } from '../fakes/client.ts';
import { clusterBundle, home, onCluster, type ClusterTest } from '../fixtures/cluster.ts';

async function eventsOf({ server }: Pick<ClusterTest, 'server'>): Promise<readonly unknown[]> {
  return (await call(server, 'GET', `/api/v1/namespaces/${home}/events`)).body['items'] as readonly unknown[];
}

describe('the event of a run', () => {
  it('tells in the cluster who applied what, why, and how it ended; a run that does nothing has none', async () => await onCluster(async (test) => {
    const { run, fake } = test;
    await run('apply --reason rollout-42');
    const parent = fake.read('ConfigMap', 'bud-o11y-dev', home)?.metadata;
    const [runs] = JSON.parse(parent?.annotations?.['bud.ai/runs'] ?? '[]') as { run: string }[];
    expect(await eventsOf(test)).toEqual([expect.objectContaining({
      metadata: expect.objectContaining({ name: `bud-o11y-dev.${runs?.run}` }),
      type: 'Normal', reason: 'Applied', reportingComponent: 'bud-o11y', count: 1,
      message: expect.stringMatching(new RegExp(`^run ${runs?.run} of tester@\\S+: 12 written, bundle [0-9a-f]{12}; reason: rollout-42$`)),
      involvedObject: { apiVersion: 'v1', kind: 'ConfigMap', name: 'bud-o11y-dev', namespace: home, uid: parent?.uid },
    })]);
    await run('apply');
    expect(await eventsOf(test)).toHaveLength(1);
  }));

  it('is a warning when not everything was carried out', async () => await onCluster(async (test) => {
    const { run, fake } = test;
    await run('apply');
    fake.faults.add({ match: 'patch configmaps', fault: { do: 'answer', code: 403, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 403, reason: 'Forbidden', message: 'no' } } });
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 4 });
    expect(await eventsOf(test)).toContainEqual(expect.objectContaining({ type: 'Warning', reason: 'ApplyFailed' }));
  }));

  it('that may not be written is told, and the run is as good', async () => await onCluster(async ({ run, fake }) => {
    fake.faults.add({ match: 'create events', fault: { do: 'answer', code: 403, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 403, reason: 'Forbidden', message: 'events is forbidden' } } });
    expect(await run('apply')).toMatchObject({ exit: 0, err: expect.stringMatching(/target-run-event[^]*events is forbidden/) });
    expect(await run('plan --detailed-exitcode')).toMatchObject({ exit: 0 });
  }));

  it('is written once, also when its answer is lost', async () => await onCluster(async (test) => {
    test.fake.faults.add({ match: 'create events', fault: { do: 'reset', when: 'after' } });
    expect(await test.run('apply')).toMatchObject({ exit: 0, err: expect.not.stringContaining('target-run-event') });
    expect(await eventsOf(test)).toHaveLength(1);
  }));
});
