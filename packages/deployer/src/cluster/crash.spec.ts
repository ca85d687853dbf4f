import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../fakes/kubernetes/faults.ts';
import { adminToken } from '../fakes/kubernetes/index.ts';
import type { RequestRecord } from '../fakes/kubernetes/requests.ts';
import { type ClusterTest, home, onCluster } from '../fixtures/cluster.ts';
import { crashRevision, impatientClock, objectsIn, worldOf } from '../fixtures/cluster-crash.ts';
import { objectKey } from '../objects/index.ts';
import { applySet, applySetId, readInventory } from '../targets/kubernetes/inventory/index.ts';
import { openApi } from '../targets/kubernetes/transport/index.ts';

/** Every point takes a process of its own, and twice as long as a second: one in `sample` unless told, and all in CI. */
const everyPoint = process.env['CI'] === 'true' || process.env['CRASH_POINTS'] === 'all';
const sample = 7;

const place = { environment: 'dev', namespace: home };

/** The real command as a process of its own. */
function startApply({ workspace }: ClusterTest, revision: string): ChildProcess {
  const fixture = new URL('../fixtures/cluster-crash.ts', import.meta.url).href;
  const script = `import { clusterProcess } from ${JSON.stringify(fixture)}; await clusterProcess(${JSON.stringify({ workspace, revision })});`;
  const args = ['--no-warnings', '--input-type=module', '-e', script, '--', 'bud-o11y', 'apply', '-e', 'dev', '--identities', 'identities.json'];
  return spawn(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env['PATH'], KUBECONFIG: `${workspace}/kubeconfig`, USER: 'crashing' } });
}

/** A moment of a run: the number of a request, or what tells it from the others. */
interface Point {
  readonly match: FaultRule['match'];
  readonly when: 'before' | 'after';
}

async function inTheSameWorld(revision: string, test: (test: ClusterTest) => Promise<void>): Promise<void> {
  await onCluster(async (cluster) => {
    cluster.fake.seed({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: home } });
    cluster.fake.seed({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'bud-dashboard-foreign', namespace: home, labels: { grafana_dashboard: '1' } }, data: { 'x.json': 'theirs' } });
    if (revision !== '1') expect(await run(cluster, '1')).toBe(0);
    cluster.fake.requests.clear();
    await test(cluster);
  });
}

async function run({ run: line }: ClusterTest, revision: string): Promise<number> {
  return (await line('apply', { ...crashRevision(revision), clock: impatientClock(50) })).exit;
}

/** Which requests an undisturbed apply makes, and what it leaves behind. */
async function undisturbed(revision: string): Promise<{ readonly requests: readonly { readonly wrote: boolean }[]; readonly world: object }> {
  let seen: { requests: { wrote: boolean }[]; world: object } | undefined;
  await inTheSameWorld(revision, async (cluster) => {
    const child = startApply(cluster, revision);
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    seen = { requests: cluster.fake.requests.all.map(({ wrote }) => ({ wrote })), world: worldOf(cluster.fake) };
  });
  if (seen === undefined) throw new Error('it was not run');
  return seen;
}

/** Kills the process at one point, and gives what is wrong then, and after another apply. */
async function violations(revision: string, { match, when }: Point, world: object): Promise<readonly string[] | undefined> {
  let found: string[] | undefined;
  await inTheSameWorld(revision, async (cluster) => {
    const { fake } = cluster;
    const foreign = fake.read('ConfigMap', 'bud-dashboard-foreign', home);
    const child = startApply(cluster, revision);
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    fake.faults.add({ match, fault: { do: 'call', when, call: async () => {
      child.kill('SIGKILL');
      await ended;
    }, afterwards: 'hang' } });
    const [, signal] = await ended;
    // Fewer requests than the undisturbed run had, as where a watch was not needed: there is no such point.
    if (signal !== 'SIGKILL') return;
    found = [...await unrecorded(cluster)];
    fake.faults.clear();
    const exit = await run(cluster, revision);
    if (exit !== 0) found.push(`the next apply exits ${exit}`);
    if (JSON.stringify(worldOf(fake)) !== JSON.stringify(world)) found.push(`I1: the end state differs: ${difference(worldOf(fake), world)}`);
    found.push(...await unrecorded(cluster));
    if (JSON.stringify(fake.read('ConfigMap', 'bud-dashboard-foreign', home)) !== JSON.stringify(foreign)) found.push('I3: a foreign object was touched');
    fake.requests.clear();
    if ((await run(cluster, revision)) !== 0 || fake.requests.writes().length > 0) found.push(`I4: the second apply writes ${fake.requests.writes().map(({ name }) => name).join(', ')}`);
    const spec = fake.read('Lease', 'bud-o11y-dev', home)?.['spec'] as { holderIdentity?: string } | undefined;
    if ((spec?.holderIdentity ?? '') !== '') found.push(`I5: the lock is held by ${spec?.holderIdentity}`);
  });
  return found;
}

/** I2: what carries our label is in the inventory. */
async function unrecorded({ fake }: ClusterTest): Promise<readonly string[]> {
  const api = openApi({ connection: { origin: fake.url, prefix: '', context: 'fake', verify: true, bearer: { kind: 'token', token: adminToken }, impersonation: {} } });
  try {
    const owned = new Set((await readInventory(api, place))?.entries.map(({ key }) => key));
    return objectsIn(fake).filter(({ metadata }) => metadata.labels?.[applySet.partOf] === applySetId(place)).map((object) => objectKey(object)).filter((key) => !owned.has(key)).map((key) => `I2: ${key} is not in the inventory`);
  } finally {
    await api.close();
  }
}

function difference(one: object, other: object): string {
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).join(', ');
}

describe('an apply to a cluster that is killed (kill -9)', () => {
  // Before a request nothing of it has happened; after it, of one that writes, all of it has. A read has one side only.
  it.each([['1', 'that makes everything'], ['2', 'that changes, makes, makes anew and prunes']])('row 2: at any request of one (revision %s) %s converges when it is run again', async (revision) => {
    const { requests, world } = await undisturbed(revision);
    const all = requests.flatMap(({ wrote }, index): Point[] => [{ match: index + 1, when: 'before' }, ...(wrote ? [{ match: index + 1, when: 'after' } as const] : [])]);
    const points = everyPoint ? all : all.filter((_, index) => index % sample === Number(revision));
    const wrong: string[] = [];
    let tried = 0;
    const lane = async (): Promise<void> => {
      for (let point = points.shift(); point !== undefined; point = points.shift()) {
        const found = await violations(revision, point, world);
        if (found === undefined) continue;
        tried += 1;
        wrong.push(...found.map((what) => `${point?.when} request ${String(point?.match)}: ${what}`));
      }
    };
    const wanted = points.length;
    await Promise.all([lane(), lane()]);
    process.stdout.write(`crash harness, revision ${revision}: ${tried} points${everyPoint ? '' : ` of ${all.length} (all of them with CRASH_POINTS=all or CI=true)`}, ${wrong.length} violations\n`);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(wanted * 0.8);
  }, 600_000);

  it('row 22: where it makes an object anew, also between the deletion of the old one and the new one, converges when it is run again', async () => {
    const { world } = await undisturbed('2');
    const about = (method: string) => (record: RequestRecord): boolean => record.method === method && record.object === 'search' && !record.dryRun && record.name.endsWith(' deployments');
    // The first PATCH is refused, for the field cannot change; the second one makes the new object.
    const made = (): Point['match'] => {
      let seen = 0;
      return (record) => about('PATCH')(record) && (seen += 1) === 2;
    };
    const points: readonly Point[] = [{ match: about('DELETE'), when: 'before' }, { match: about('DELETE'), when: 'after' }, { match: made(), when: 'before' }, { match: made(), when: 'after' }];
    for (const point of points) expect(await violations('2', point, world)).toEqual([]);
  }, 120_000);
});
