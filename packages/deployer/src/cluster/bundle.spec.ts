import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { type Artifact, makeArtifact } from '@bud-o11y/model';
import { renderAll } from '../bundle.ts';
import { clusterBundle, devEnvironment, home, largeBundle, onCluster, releaseDrafts } from '../fixtures/cluster.ts';
import { systemFault, watchedFileSystem } from '../fixtures/faulty-file-system.ts';
import { kubernetesObjects } from '../objects/index.ts';

const dashboard = (name: string, data: object): Artifact => makeArtifact({ kind: 'dashboard', project: 'dashboards', environment: 'dev', name, path: `dashboards/dev/${name}.json`, source: 'x.ts', folder: 'bud-platform', data: { uid: name, ...data } });

describe('a bundle that is wrong', () => {
  it.each([['empty', [], [], /prune/], ['of a tenth of what it was', largeBundle(3), releaseDrafts(), /prune/]] as const)('row 28: one that is %s is refused before any write', async (_, artifacts, drafts, says) => await onCluster(async ({ run, fake }) => {
    await run('apply', { artifacts: largeBundle(60) });
    fake.requests.clear();
    expect(await run('apply', { artifacts, drafts })).toMatchObject({ exit: 3, err: expect.stringMatching(says) });
    expect(fake.requests.all.filter(({ method }) => method !== 'GET')).toEqual([]);
  }));

  it('row 29: the repository renders to the same objects, to the byte, in another year, with other dice, and in another order', async () => {
    const environment = devEnvironment();
    const texts = (artifacts: readonly Artifact[]): readonly string[] => kubernetesObjects({ environment: 'dev', artifacts, runbooks: new Map() }, environment, releaseDrafts()).objects.map(({ key, text }) => `${key} ${text}`);
    const first = await renderAll(environment);
    const dice = jest.spyOn(Math, 'random').mockReturnValue(0.5);
    const time = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2031-07-08T09:10:11Z'));
    const second = await renderAll(environment);
    dice.mockRestore();
    time.mockRestore();
    expect(second.map(({ path, text }) => `${path} ${text}`)).toEqual(first.map(({ path, text }) => `${path} ${text}`));
    expect(texts(second.toReversed())).toEqual(texts(first));
  });

  it('row 30: needs in a circle are told as a path, with no request at all', async () => await onCluster(async ({ run, fake }) => {
    const [, , alerts, records, ...rest] = clusterBundle();
    const circle = [{ ...alerts, needs: ['recording-rules:records'] }, { ...records, needs: ['alert-rules:alerts'] }, ...rest] as readonly Artifact[];
    expect(await run('apply', { artifacts: circle })).toMatchObject({ exit: 1, err: expect.stringMatching(/plan-cycle[^]*alert-rules:alerts -> recording-rules:records -> alert-rules:alerts/) });
    expect(fake.requests.all).toEqual([]);
  }));

  it('row 33: of 1,200 unchanged objects a plan asks for the pages of its lists and at most 10 times more, and an apply writes nothing', async () => await onCluster(async ({ run, fake }) => {
    const artifacts = largeBundle(1200);
    await run('apply', { artifacts });
    for (const line of ['plan --detailed-exitcode', 'apply']) {
      fake.requests.clear();
      expect(await run(line, { artifacts })).toMatchObject({ exit: 0 });
      const { 'list configmaps': pages, ...others } = fake.requests.counts();
      expect(pages).toBe(3);
      const further = Object.entries(others).filter(([name]) => !name.startsWith('list ')).reduce((sum, [, count]) => sum + count, 0);
      expect(further).toBeLessThanOrEqual(10);
      expect(fake.requests.writes()).toEqual([]);
    }
  }, { factor: 1 }), 60_000);

  it('row 34: new objects are one request each, and the connections few', async () => await onCluster(async ({ run, fake }) => {
    expect(await run('apply', { artifacts: largeBundle(600) })).toMatchObject({ exit: 0 });
    const patches = fake.requests.all.filter(({ method, dryRun }) => method === 'PATCH' && !dryRun).length;
    // The environment's own Namespace is made bare, before there can be a lock.
    expect(patches).toBe(612 + 1);
    expect(fake.requests.all.length - patches).toBeLessThan(60);
  }, { factor: 1 }), 60_000);

  it('row 35: an object that Kubernetes would not take is told before any request', async () => await onCluster(async ({ run, fake }) => {
    expect(await run('apply', { artifacts: [dashboard('large', { text: 'x'.repeat(1_100_000) })] })).toMatchObject({ exit: 1, err: expect.stringMatching(/object-too-large[^]*1048576/) });
    expect(fake.requests.all.filter(({ path }) => path !== '/version' && path !== '/api/v1/namespaces/kube-system')).toEqual([]);
  }));
});

describe('a disk that refuses', () => {
  it('row 39: the report: the apply is not begun', async () => await onCluster(async ({ run, fake }) => {
    const fileSystem = watchedFileSystem(({ path }) => {
      if (path.includes('report.xml')) throw systemFault('ENOSPC', path);
    });
    expect(await run('apply --junit report.xml', { fileSystem })).toMatchObject({ exit: 1, err: expect.stringMatching(/storage[^]*report\.xml/) });
    expect(fake.requests.all).toEqual([]);
  }));

  it('row 39: the plan: said, and nothing is changed', async () => await onCluster(async ({ run, fake, workspace }) => {
    await writeFile(join(workspace, 'folder'), '');
    expect((await run('plan --out folder/plan.json')).exit).toBe(1);
    expect(fake.requests.writes()).toEqual([]);
    expect(fake.read('ConfigMap', 'bud-dashboard-overview', home)).toBeUndefined();
  }));
});
