import { describe, expect, it } from '@jest/globals';
import { call, patchTypes } from '../fakes/client.ts';
import { clusterBundle, home, onCluster } from '../fixtures/cluster.ts';

const gone = { drafts: [], missing: [{ release: 'grafana', why: 'helm was not found' }] };
const errors = `/api/v1/namespaces/${home}/configmaps/bud-dashboard-errors?fieldManager=kubectl-edit`;

describe('a release that could not be rendered is never told to be as it should', () => {
  it('drift says what it did not look at and exits 3, or as told with --without-charts', async () => await onCluster(async ({ run, server }) => {
    await run('apply');
    const said = await run('drift', gone);
    expect(said).toMatchObject({ exit: 3, out: expect.stringMatching(/^missing release:grafana: helm was not found\ndev: no drift in the rest; 5 objects of 1 release were not looked at\n$/) });
    const json = JSON.parse((await run('drift -o json', gone)).out) as object;
    expect(json).toMatchObject({ drift: [], held: [], missing: [{ source: 'release:grafana', why: 'helm was not found' }], conflicts: [] });
    expect(await run('drift --without-charts', gone)).toMatchObject({ exit: 0, out: expect.stringContaining('5 objects of 1 release were not looked at') });
    await call(server, 'PATCH', errors, { body: { data: { 'errors.json': 'edited' } }, contentType: patchTypes.merge });
    expect(await run('drift --without-charts', gone)).toMatchObject({ exit: 2, out: expect.stringMatching(/1 object was changed by others: `apply` takes it back; 5 objects of 1 release were not looked at\n/) });
    expect(await run('drift', gone)).toMatchObject({ exit: 3 });
  }));

  it('drift names what is of a kind that is not served', async () => await onCluster(async ({ run }) => {
    await run('apply --without-charts', gone);
    expect(await run('drift', { drafts: [] })).toMatchObject({ exit: 3, out: expect.stringMatching(/! blocked monitoring\.coreos\.com\/PrometheusRule\/[^]*no drift in the rest; 2 objects of kinds that are not served were not looked at\n/) });
  }));

  it('status is not in sync', async () => await onCluster(async ({ run }) => {
    await run('apply');
    expect(await run('status', gone)).toMatchObject({ exit: 0, out: expect.stringMatching(/ {2}missing release:grafana: helm was not found\nnot in sync: no changes, 7 unchanged, 1 release not looked at\n$/) });
    expect(JSON.parse((await run('status -o json', gone)).out)).toMatchObject({ inSync: false });
  }));

  it('plan --detailed-exitcode says what an apply would say', async () => await onCluster(async ({ run }) => {
    await run('apply');
    expect(await run('plan --detailed-exitcode', gone)).toMatchObject({ exit: 3, out: expect.stringContaining('missing release:grafana') });
    expect(await run('apply', gone)).toMatchObject({ exit: 3 });
    expect(await run('plan --detailed-exitcode --without-charts', gone)).toMatchObject({ exit: 0 });
    expect(await run('plan --detailed-exitcode --without-charts', { ...gone, artifacts: clusterBundle('2') })).toMatchObject({ exit: 2 });
    expect(await run('plan', gone)).toMatchObject({ exit: 0 });
  }));
});
