import { describe, expect, it } from '@jest/globals';
import type { Artifact } from '@bud-o11y/model';
import { applyAs, call, patchTypes } from '../fakes/client.ts';
import { type ClusterTest, home, largeBundle, onCluster, releaseDrafts } from '../fixtures/cluster.ts';
import { impatientClock, objectsIn, worldOf } from '../fixtures/cluster-crash.ts';
import { type Random, seeded } from '../fixtures/random.ts';
import { applySet } from '../targets/kubernetes/inventory/index.ts';

interface World {
  readonly artifacts: readonly Artifact[];
  readonly drafts: ReturnType<typeof releaseDrafts>;
}

function randomWorld(random: Random): World {
  const revision = String(1 + random.below(3));
  const artifacts = largeBundle(4, revision).filter(() => random.chance(0.8));
  const [definition, ...rest] = releaseDrafts({ revision: String(1 + random.below(3)) });
  // The definition stays: without it the rules would be blocked, which is another test.
  return { artifacts: artifacts.map((artifact) => ({ ...artifact, needs: artifact.needs.filter((need) => artifacts.some(({ kind, name }) => need === `${kind}:${name}`)) }) as Artifact), drafts: [definition, ...rest.filter(({ object }) => object.kind !== 'Service' || random.chance(0.6))] as World['drafts'] };
}

const paths: Readonly<Record<string, string>> = { ConfigMap: 'api/v1/namespaces/NS/configmaps', Service: 'api/v1/namespaces/NS/services', Deployment: 'apis/apps/v1/namespaces/NS/deployments' };

/** Somebody else edits, annotates or deletes something. Never by a declaration of their own, nor our label: both are decisions. */
async function meddle({ fake, server }: ClusterTest, random: Random): Promise<void> {
  const ours = objectsIn(fake).filter(({ kind, metadata }) => paths[kind] !== undefined && metadata.labels?.[applySet.partOf] !== undefined);
  if (ours.length === 0) return;
  const object = random.pick(ours);
  const path = `/${paths[object.kind]?.replace('NS', home)}/${object.metadata.name}`;
  const patch = async (body: object) => void (await call(server, 'PATCH', `${path}?fieldManager=kubectl-edit`, { body, contentType: patchTypes.merge }));
  const dice = random.below(10);
  if (dice < 2) await call(server, 'DELETE', path);
  else if (dice < 4) await patch({ metadata: { annotations: { note: String(random.below(100)) } } });
  else if (object.kind === 'ConfigMap') await patch({ data: Object.fromEntries(Object.keys((object['data'] ?? {}) as object).map((key) => [key, random.chance(0.3) ? null : `edited ${random.below(9)}`])) });
  else if (object.kind === 'Deployment') await patch({ spec: { replicas: 2 + random.below(3) } });
  else await applyAs(server, 'kubectl', path, { apiVersion: object.apiVersion, kind: object.kind, metadata: { name: object.metadata.name, annotations: { theirs: 'too' } } });
}

/** Ends an apply at some request: the connection of every later one breaks, as when the network is gone. */
function cutOff({ fake }: ClusterTest, at: number): void {
  fake.faults.add({ match: ({ number }) => number > at, times: 1_000_000, fault: { do: 'reset', when: 'before' } });
}

describe('any sequence of applies, cut-offs and edits by others', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('ends, after one undisturbed apply, with the bundle and everything of others; then there is nothing to do: seed %i', async (seed) => {
    const random = seeded(seed);
    await onCluster(async (test) => {
      const { run, fake } = test;
      const clock = impatientClock(50);
      fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
      fake.seed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'of-others', namespace: home }, data: { a: 'b' } });
      const foreign = JSON.stringify(fake.read('ConfigMap', 'of-others', home));
      for (let step = 0; step < 4; step += 1) {
        fake.requests.clear();
        if (random.chance(0.5)) cutOff(test, 5 + random.below(60));
        await run('apply', { ...randomWorld(random), clock });
        fake.faults.clear();
        for (let edits = random.below(4); edits > 0; edits -= 1) await meddle(test, random);
      }
      const last = randomWorld(random);
      const { exit, err } = await run('plan --out plan.json', { ...last, clock });
      expect({ seed, exit, err: exit === 0 ? '' : err }).toEqual({ seed, exit: 0, err: '' });
      expect({ seed, exit: (await run('apply --plan plan.json', { ...last, clock })).exit }).toEqual({ seed, exit: 0 });
      fake.requests.clear();
      expect({ seed, exit: (await run('plan --detailed-exitcode', { ...last, clock })).exit }).toEqual({ seed, exit: 0 });
      expect({ seed, exit: (await run('apply', { ...last, clock })).exit, writes: fake.requests.writes().map(({ name, object }) => `${name} ${object}`) }).toEqual({ seed, exit: 0, writes: [] });
      expect({ seed, exit: (await run('plan --deep --detailed-exitcode', { ...last, clock })).exit }).toEqual({ seed, exit: 0 });
      expect(JSON.stringify(fake.read('ConfigMap', 'of-others', home))).toBe(foreign);
      const there = Object.keys(worldOf(fake)).filter((name) => name.startsWith('ConfigMap') && name.includes('bud-dashboard-')).map((name) => name.split('bud-dashboard-')[1]);
      expect({ seed, there: there.toSorted() }).toEqual({ seed, there: last.artifacts.filter(({ kind }) => kind === 'dashboard').map(({ name }) => name).toSorted() });
    }, { retryFactor: 400 });
  }, 60_000);
});
