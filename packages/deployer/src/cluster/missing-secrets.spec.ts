import { describe, expect, it } from '@jest/globals';
import { type ClusterTest, home, onCluster, releaseDrafts } from '../fixtures/cluster.ts';
import type { Draft } from '../objects/draft.ts';

/** The release, whose container has its variables from Secrets: of those that an environment needs, and of one that an operator would make. */
const drafts: readonly Draft[] = releaseDrafts().map((draft) => {
  if (draft.object.kind !== 'Deployment') return draft;
  const spec = draft.object['spec'] as { readonly template: { readonly spec: object } };
  const envFrom = ['grafana-admin', 'object-store-credentials', 'made-by-an-operator'].map((name) => ({ secretRef: { name } }));
  const containers = [{ name: 'grafana', image: 'grafana/grafana:1', envFrom }];
  return { ...draft, object: { ...draft.object, spec: { ...spec, template: { ...spec.template, spec: { ...spec.template.spec, containers } } } } };
});

function make({ fake }: ClusterTest, name: string): void {
  fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
  fake.seed({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: home }, data: { password: 'aHVudGVyMg==' } });
}

describe('Secrets that somebody makes by hand', () => {
  it('stop an apply before its first write while they are missing, all at once and by name', async () => await onCluster(async (test) => {
    const said = await test.run('apply', { drafts });
    expect(said.exit).toBe(1);
    expect(said.err.match(/target-missing-secret/g)).toHaveLength(2);
    expect(said.err).toContain(`there is no Secret grafana-admin in namespace ${home}, which apps/Deployment/${home}/grafana refers to`);
    expect(said.err).toContain('npx bud-o11y secrets -e dev');
    expect(said.err).not.toContain('made-by-an-operator');
    expect(test.fake.requests.writes()).toEqual([]);
  }));

  it('are looked at by name and metadata only, and let it pass when they are there', async () => await onCluster(async (test) => {
    make(test, 'grafana-admin');
    make(test, 'object-store-credentials');
    const said = await test.run('apply', { drafts });
    expect(said.err).not.toContain('target-missing-secret');
    expect(said.exit).toBe(0);
    const reads = test.fake.requests.all.filter(({ path }) => path.includes('/secrets'));
    expect([...new Set(reads.map(({ object }) => object))].sort()).toEqual(['grafana-admin', 'object-store-credentials']);
    for (const { name, headers } of reads) expect([name, headers['accept']]).toEqual(['get secrets', expect.stringContaining('as=PartialObjectMetadata')]);
  }));

  it('are no matter of an apply that writes nothing that reads them', async () => await onCluster(async (test) => {
    expect((await test.run('apply')).exit).toBe(0);
  }));
});
