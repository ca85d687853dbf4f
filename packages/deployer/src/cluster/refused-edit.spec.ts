import { describe, expect, it } from '@jest/globals';
import { call, patchTypes } from '../fakes/client.ts';
import { type ClusterTest, clusterBundle, home, onCluster } from '../fixtures/cluster.ts';

const service = `/api/v1/namespaces/${home}/services/grafana`;
const duplicate = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 422, reason: 'Invalid', message: 'Service "grafana" is invalid: spec.ports[1].name: Duplicate value: "http"' };

/** An edit of the Service that ours does not go together with, as a second port of the same name: the server says so from then on. */
async function editPorts({ server, fake }: ClusterTest): Promise<void> {
  await call(server, 'PATCH', `${service}?fieldManager=kubectl-patch`, { body: { spec: { ports: [{ name: 'http', port: 81 }] } }, contentType: patchTypes.merge });
  fake.faults.add({ match: 'patch services', times: 99, fault: { do: 'answer', code: 422, body: duplicate } });
}

/** The last line on stdout. */
const lastOf = (out: string): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

describe('an edit that ours does not go together with', () => {
  it('is drift, and who made it is said together with what to do', async () => await onCluster(async (test) => {
    const { run } = test;
    await run('apply');
    await editPorts(test);
    const said = await run('drift');
    expect(said).toMatchObject({ exit: 2, out: expect.stringMatching(/! refused core\/Service\/\S+\/grafana: edited by "kubectl-patch" \(20[^)]*\) since we wrote it, [^\n]*Duplicate value: "http"\ndev: 1 object is refused by the server: `apply` does not take it back\n$/) });
    expect(JSON.parse((await run('drift -o json')).out)).toMatchObject({ held: [{ reason: 'refused', problem: { code: 'target-refused', fix: 'undo that edit, or delete the object: the next apply makes it again' } }] });
  }));

  it('is told by the apply, whose JSON ends with it', async () => await onCluster(async (test) => {
    const { run } = test;
    await run('apply');
    await editPorts(test);
    const { exit, out } = await run('apply -o json');
    expect(exit).toBe(1);
    expect(lastOf(out)).toEqual({ error: null, problems: [expect.objectContaining({ code: 'target-refused', what: expect.stringContaining('kubectl-patch') })], exit: 1 });
  }));

  it('with something written besides exits 4', async () => await onCluster(async (test) => {
    const { run } = test;
    await run('apply');
    await editPorts(test);
    expect(await run('apply', { artifacts: clusterBundle('2') })).toMatchObject({ exit: 4, err: expect.stringMatching(/refused core\/Service[^]*target-refused[^]*fix: undo that edit/) });
  }));
});
