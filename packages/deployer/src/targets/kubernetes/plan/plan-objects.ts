import { compareProblems, type Problem } from '@bud-o11y/model';
import { groupOf, type ObjectKey, type ObjectSource, type PlacedObject } from '../../../objects/index.ts';
import type { Change, Held, MissingSource, Plan } from '../../../plan/plan.ts';
import type { DesiredObject } from '../../../plan/snapshot.ts';
import type { PlanOptions, TargetPlan } from '../../target.ts';
import type { Cluster } from '../context.ts';
import type { Rewrite } from '../ownership/index.ts';
import { prunePolicy } from '../prune.ts';
import type { KubernetesObject } from '../transport/index.ts';
import { type Facts, gatherFacts, liveAt } from './facts.ts';
import { lookAtAll, type Question } from './look-at-all.ts';
import { blockedKind, orphans } from './problems.ts';
import { refusedRead } from './refused-read.ts';
import { heldOf, type PlanStep, stepOfSight, stepOfVerdict } from './steps.ts';
import { verdictOn } from './verdict.ts';

/** What a session must know of the plan that it carries out. */
export interface PlanMemory {
  readonly facts: Facts;
  readonly placed: ReadonlyMap<string, PlacedObject>;
  /** What of an object must change hands before it is applied. */
  readonly rewrites: ReadonlyMap<ObjectKey, Rewrite>;
  readonly propagation: ReadonlyMap<string, 'Background' | 'Foreground'>;
}

interface Planning {
  readonly placed: ReadonlyMap<string, PlacedObject>;
  readonly missing: readonly MissingSource[];
  /** The release whose chart defines a group of kinds, where that is known. */
  readonly releaseOfGroup: (group: string) => string | undefined;
}

/** Compares what shall be with what the cluster has. Reads in bulk, asks by dry runs, never writes. */
export async function planObjects(cluster: Cluster, desired: readonly DesiredObject[], { placed, missing, releaseOfGroup }: Planning, options: PlanOptions): Promise<{ readonly result: TargetPlan; readonly memory: PlanMemory }> {
  const objects = desired.flatMap(({ address }) => placed.get(address) ?? []);
  const facts = await gatherFacts(cluster, objects, options.signal).catch(async (thrown: unknown) => {
    throw await refusedRead(cluster, objects, thrown);
  });
  const steps = new Map<string, PlanStep>();
  const questions: Question[] = [];
  for (const object of objects) {
    const reached = facts.reach.get(object.key);
    if (reached?.state === 'blocked') {
      steps.set(object.key, { held: heldOf(object, 'blocked', blockedKind(object, object.object.kind, releaseOfGroup(groupOf(object.object.apiVersion)))) });
      continue;
    }
    const [entry, live] = [facts.entries.get(object.key), liveAt(facts, object.key)];
    const verdict = verdictOn({ placed: object, ...(entry === undefined ? {} : { entry }), ...(live === undefined ? {} : { live }) }, { setId: cluster.setId, depth: options.depth, adopt: options.adopt === true });
    if (verdict.kind === 'look') {
      if (reached?.state === 'served') questions.push({ placed: object, scope: reached.scope, verdict });
    } else steps.set(object.key, stepOfVerdict(object, verdict));
  }
  const rewrites = new Map<ObjectKey, Rewrite>();
  for (const { question: { placed: object, verdict }, seen } of await lookAtAll(cluster, questions, facts.live.secrets, options.signal)) {
    steps.set(object.key, seen === undefined ? stepOfVerdict(object, { kind: 'create' }) : stepOfSight(object, { verdict, ...seen, entry: facts.entries.get(object.key) }));
    if (seen?.rewrite !== undefined) rewrites.set(object.key, seen.rewrite);
  }
  return assemble({ cluster, desired, placed, missing, facts, steps, rewrites });
}

interface Assembly extends Omit<Planning, 'releaseOfGroup'> {
  readonly cluster: Cluster;
  readonly desired: readonly DesiredObject[];
  readonly facts: Facts;
  readonly steps: ReadonlyMap<string, PlanStep>;
  readonly rewrites: ReadonlyMap<ObjectKey, Rewrite>;
}

function assemble({ cluster, desired, placed, missing, facts, steps, rewrites }: Assembly): { readonly result: TargetPlan; readonly memory: PlanMemory } {
  const { records, live } = facts;
  const { environment } = cluster.place;
  const [changes, held, unchanged]: [Change[], Held[], DesiredObject[]] = [[], [], []];
  const unsettled = new Set<string>();
  const problems: Problem[] = [...records.problems];
  for (const object of desired) {
    const step = steps.get(object.address);
    if (step === undefined) continue;
    if ('problem' in step) problems.push(step.problem);
    else if ('held' in step) held.push(step.held);
    else if ('change' in step) changes.push(step.change);
    else {
      unchanged.push(object);
      if (!step.settled) unsettled.add(object.address);
    }
  }
  const removals = prunePolicy({
    setId: cluster.setId,
    entries: records.entries,
    desired: new Set(desired.map(({ address }) => address as ObjectKey)),
    missing: new Set(missing.map(({ source }) => source as ObjectSource)),
    live: new Map([...live.members].flatMap(([key, { object }]): [ObjectKey, KubernetesObject][] => (object === undefined ? [] : [[key, object]]))),
  });
  const stray = [...live.members.keys()].filter((key) => !facts.entries.has(key) && !placed.has(key));
  problems.push(...orphans(stray));
  const plan: Plan = {
    environment,
    target: { kind: 'kubernetes', address: cluster.identity.server, uid: cluster.identity.uid },
    changes: [
      ...changes,
      ...removals.deletions.map(({ entry, uid }): Change => ({ action: 'delete', address: entry.key, artifact: entry.source, wave: entry.wave, from: uid })),
      ...removals.forget.map(({ entry }): Change => ({ action: 'forget', address: entry.key, artifact: entry.source, wave: entry.wave })),
    ],
    unchanged,
    held,
    kept: removals.keep.map(({ entry, why }) => ({ address: entry.key, why, ...(missing.some(({ source }) => source === entry.source) ? { source: entry.source } : {}) })),
    missing,
    unsettled,
    conflicts: problems.filter(({ severity }) => severity === 'error').sort(compareProblems),
    warnings: problems.filter(({ severity }) => severity !== 'error').sort(compareProblems),
    untidy: records.locked || records.state === 'unfinished',
  };
  return {
    result: { plan, inventory: records.state, owned: records.entries.length, budget: removals.problems },
    memory: { facts, placed, rewrites, propagation: new Map(removals.deletions.map(({ entry, propagation }) => [entry.key, propagation])) },
  };
}
