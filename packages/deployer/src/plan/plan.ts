import { type ArtifactId, compareProblems, compareText, type Problem } from '@bud-o11y/model';
import type { DesiredObject, LiveObject, OwnedObject, Snapshot } from './snapshot.ts';
import { type WaveName, waveIndex } from './waves.ts';

/**
 * What an apply does at one address. `adopt` takes an identical foreign object into the inventory, `forget` drops an
 * entry whose object is gone or was never ours; neither touches the object.
 */
export type Action = 'create' | 'update' | 'adopt' | 'delete' | 'forget';

/** One step of a plan. Digests are hex sha256. */
export interface Change {
  readonly action: Action;
  readonly address: string;
  readonly artifact: ArtifactId;
  readonly wave: WaveName;
  /** What is there now; absent when nothing is. */
  readonly from?: string;
  /** What will be there; absent when nothing will. */
  readonly to?: string;
  /** What we had written, when somebody changed or removed it since. */
  readonly drift?: { readonly recorded: string };
}

/** Where a plan applies. */
export interface TargetIdentity {
  readonly kind: string;
  readonly address: string;
}

/** Everything an apply would do, and why it may not. */
export interface Plan {
  readonly environment: string;
  readonly target: TargetIdentity;
  /** In the order of the apply; deletions last, in reverse wave order. */
  readonly changes: readonly Change[];
  readonly unchanged: readonly DesiredObject[];
  /** Errors: nothing is written while one stands. */
  readonly conflicts: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Whether an apply has something to tidy up beyond the changes: an unfinished or damaged inventory, a lock left behind. */
  readonly untidy: boolean;
}

/** Compares what shall be with what is. Pure: reads nothing, writes nothing. */
export function makePlan(environment: string, target: TargetIdentity, desired: readonly DesiredObject[], snapshot: Snapshot): Plan {
  const owned = new Map(snapshot.owned.map((entry) => [entry.address, entry]));
  const wanted = new Set(desired.map((object) => object.address));
  const steps = desired.map((object) => ({ object, step: stepFor(object, owned.get(object.address), liveAt(snapshot, object.address)) }));
  const removals = snapshot.owned
    .filter((entry) => !wanted.has(entry.address))
    .map((entry) => removalOf(entry, liveAt(snapshot, entry.address)))
    .sort((a, b) => waveIndex(b.change.wave) - waveIndex(a.change.wave) || compareText(b.change.address, a.change.address));
  const problems = [
    ...snapshot.problems,
    ...steps.flatMap(({ step }) => step.problem ?? []),
    ...removals.flatMap(({ problem }) => problem ?? []),
  ].sort(compareProblems);
  return {
    environment,
    target,
    changes: [...steps.flatMap(({ step }) => step.change ?? []), ...removals.map(({ change }) => change)],
    unchanged: steps.filter(({ step }) => step.change === undefined && step.problem === undefined).map(({ object }) => object),
    conflicts: problems.filter((problem) => problem.severity === 'error'),
    warnings: problems.filter((problem) => problem.severity !== 'error'),
    untidy: snapshot.locked || snapshot.inventory === 'unfinished' || snapshot.inventory === 'damaged',
  };
}

/** Whether an apply of this plan would touch nothing at all. */
export function isEmpty(plan: Plan): boolean {
  return plan.changes.length === 0 && !plan.untidy;
}

interface Step {
  readonly change?: Change;
  readonly problem?: Problem;
}

function liveAt(snapshot: Snapshot, address: string): LiveObject {
  return snapshot.live.get(address) ?? { state: 'absent' };
}

function stepFor(object: DesiredObject, entry: OwnedObject | undefined, live: LiveObject): Step {
  const { address, artifact, wave, digest } = object;
  const change = (action: Action, more: Partial<Change> = {}): Step => ({ change: { action, address, artifact, wave, to: digest, ...more } });
  if (live.state === 'blocked') return { problem: live.problem };
  if (live.state === 'absent') return change('create', entry?.digest === undefined ? {} : { drift: { recorded: entry.digest } });
  if (live.digest === digest) return accepts(entry, digest) ? {} : change('adopt', { from: digest });
  if (entry === undefined || (entry.digest === undefined && !accepts(entry, live.digest))) return { problem: foreign(object, live.digest) };
  const drift = accepts(entry, live.digest) || entry.digest === undefined ? {} : { drift: { recorded: entry.digest } };
  return change('update', { from: live.digest, ...drift });
}

function removalOf(entry: OwnedObject, live: LiveObject): { readonly change: Change; readonly problem?: Problem } {
  const { address, artifact, wave } = entry;
  if (live.state === 'blocked') return { change: { action: 'forget', address, artifact, wave }, problem: { ...live.problem, severity: 'error' } };
  if (live.state === 'absent') return { change: { action: 'forget', address, artifact, wave } };
  const ours = accepts(entry, live.digest);
  if (!ours && entry.digest === undefined) return { change: { action: 'forget', address, artifact, wave, from: live.digest } };
  return { change: { action: 'delete', address, artifact, wave, from: live.digest, ...(ours || entry.digest === undefined ? {} : { drift: { recorded: entry.digest } }) } };
}

/** Whether a live digest is one that we wrote, or that an unfinished apply of ours meant to write. */
function accepts(entry: OwnedObject | undefined, digest: string): boolean {
  return entry !== undefined && (entry.digest === digest || entry.intended === digest);
}

function foreign(object: DesiredObject, digest: string): Problem {
  return {
    code: 'target-foreign-object',
    severity: 'error',
    where: { artifact: object.artifact, path: object.address },
    what: `${object.address} is there already, with other content, and bud-o11y did not write it (there ${digest.slice(0, 12)}, wanted ${object.digest.slice(0, 12)})`,
    why: 'overwriting it would destroy the work of somebody else',
    fix: `move ${object.address} away, then run the command again; a file with exactly the rendered content is taken over`,
  };
}
