import { compareProblems, compareText, type Problem } from '@bud-o11y/model';
import type { FieldChange } from './field-diff.ts';
import type { DesiredObject, LiveObject, OwnedObject, Snapshot } from './snapshot.ts';
import { type WaveName, waveIndex } from './waves.ts';

/**
 * What an apply does at one address. `takeBack` sets again what somebody else changed by hand, or declares against a rule,
 * where a target knows owners of fields. `replace` deletes an object whose field cannot change, and makes it again, where
 * its policy says so. `adopt` makes a foreign object ours: on a directory only an identical one, which is not touched.
 * `forget` drops an entry whose object is gone or was never ours, without touching anything.
 */
export type Action = 'create' | 'update' | 'takeBack' | 'replace' | 'adopt' | 'delete' | 'forget';

/** A field that differs, and who wrote what is there now, where the target knows. `when` is an ISO 8601 time. */
export interface OwnedChange extends FieldChange {
  readonly manager?: string;
  readonly when?: string;
}

/** One step of a plan. Digests are hex sha256. */
export interface Change {
  readonly action: Action;
  readonly address: string;
  /** The artifact that the object comes from, or whatever else it comes from. */
  readonly artifact: string;
  readonly wave: WaveName;
  /** What is there now: a digest, or the identity that the target's server gave it; absent when nothing is. */
  readonly from?: string;
  /** What will be there; absent when nothing will. */
  readonly to?: string;
  /** What we had written, when somebody changed or removed it since. */
  readonly drift?: { readonly recorded: string };
  /** What changes, field by field, where the target knows fields and has looked. */
  readonly fields?: readonly OwnedChange[];
  /** Digest of `fields`: equal for two plans that would change the same. */
  readonly diff?: string;
  /** What happens beside the change of fields, for a person to approve. */
  readonly notes?: readonly string[];
}

/**
 * Why an object is left alone while the others go on. `dispute`: somebody else owns a field of it. `blocked`: the
 * target cannot take such objects yet. `refused`: the target was asked and said no.
 */
export type HoldReason = 'dispute' | 'blocked' | 'refused';

/** An object that an apply would not touch, and why. */
export interface Held {
  readonly reason: HoldReason;
  readonly address: string;
  readonly artifact: string;
  readonly wave: WaveName;
  readonly problem: Problem;
  readonly fields?: readonly OwnedChange[];
}

/** What an object comes from and could not be made from now; its objects in the target are left as they are. */
export interface MissingSource {
  readonly source: string;
  readonly why: string;
}

/** Owned, not wanted as far as is known, and not deleted. */
export interface Kept {
  readonly address: string;
  readonly why: string;
  /** The missing source that may still want it: nobody looked at the object. */
  readonly source?: string;
}

/** Where a plan applies. */
export interface TargetIdentity {
  readonly kind: string;
  readonly address: string;
  /** Identity that stays when the address changes, where the target has one. */
  readonly uid?: string;
}

/** Everything an apply would do, and why it may not. */
export interface Plan {
  readonly environment: string;
  readonly target: TargetIdentity;
  /** In the order of the apply; deletions last, in reverse wave order. */
  readonly changes: readonly Change[];
  readonly unchanged: readonly DesiredObject[];
  /** Left alone, while the rest goes on. Nothing is deleted while something is held. */
  readonly held: readonly Held[];
  readonly kept: readonly Kept[];
  readonly missing: readonly MissingSource[];
  /** Addresses of unchanged objects that an earlier apply left before they were ready. */
  readonly unsettled: ReadonlySet<string>;
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
    held: [],
    kept: [],
    missing: [],
    unsettled: new Set(),
    conflicts: problems.filter((problem) => problem.severity === 'error'),
    warnings: problems.filter((problem) => problem.severity !== 'error'),
    untidy: snapshot.locked || snapshot.inventory === 'unfinished' || snapshot.inventory === 'damaged',
  };
}

/** Whether an apply of this plan would touch nothing at all. */
export function isEmpty(plan: Plan): boolean {
  return startable(plan).length === 0 && !plan.untidy && plan.unsettled.size === 0;
}

/** The changes that an apply would begin with: deletions wait until nothing is held any more. */
export function startable(plan: Plan): readonly Change[] {
  return plan.held.length === 0 ? plan.changes : plan.changes.filter((change) => change.to !== undefined);
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
