import type { AppError, Problem } from '@bud-o11y/model';
import type { PlacedObject } from '../../../objects/index.ts';
import { diffDigest } from '../../../plan/field-diff.ts';
import { pathText } from '../../../plan/field-path.ts';
import type { Action, Change, Held, OwnedChange } from '../../../plan/plan.ts';
import type { InventoryEntry } from '../inventory/index.ts';
import type { Rewrite } from '../ownership/index.ts';
import type { Sight } from './look.ts';
import { disputed, foreign, otherSet, refused, terminating } from './problems.ts';
import type { Verdict } from './verdict.ts';

/** What a plan does about one object. `settled`: whether the record already says all that is to be said. */
export type PlanStep =
  | { readonly change: Change }
  | { readonly held: Held }
  | { readonly problem: Problem }
  | { readonly unchanged: true; readonly settled: boolean };

/** The step for an object that nobody had to be asked about. */
export function stepOfVerdict(placed: PlacedObject, verdict: Exclude<Verdict, { kind: 'look' }>): PlanStep {
  switch (verdict.kind) {
    case 'unchanged':
      return { unchanged: true, settled: true };
    case 'create':
      return { change: changeOf(placed, 'create', verdict.was === undefined ? {} : { drift: { recorded: verdict.was } }) };
    case 'update':
      return { change: changeOf(placed, 'update', { from: verdict.live.uid }) };
    case 'foreign':
      return { problem: foreign(placed) };
    case 'otherSet':
      return { problem: otherSet(placed, verdict.set) };
    case 'terminating':
      return placed.object.kind === 'Namespace' ? { problem: terminating(placed) } : { held: heldOf(placed, 'refused', terminating(placed)) };
  }
}

interface Seen {
  readonly verdict: Extract<Verdict, { kind: 'look' }>;
  readonly sight: Sight;
  readonly rewrite?: Rewrite;
  readonly entry: InventoryEntry | undefined;
}

/** The step for an object that the server was asked about. */
export function stepOfSight(placed: PlacedObject, { verdict: { live, drifted, adopting }, sight, rewrite, entry }: Seen): PlanStep {
  const more = (fields?: readonly OwnedChange[], notes: readonly string[] = []): Partial<Change> => {
    const all = [...(rewrite?.released ?? []).map((field) => `${field} is left to others`), ...notes];
    return {
      from: live.uid,
      ...(fields === undefined ? {} : { fields, diff: diffDigest(fields) }),
      ...(all.length === 0 ? {} : { notes: all }),
      ...(drifted && entry?.digest !== undefined ? { drift: { recorded: entry.digest } } : {}),
    };
  };
  switch (sight.kind) {
    case 'same':
      return { unchanged: true, settled: entry?.uid === live.uid && entry.digest === placed.digest && entry.fieldsDigest === live.fieldsDigest };
    case 'differs':
      return { change: changeOf(placed, adopting ? 'adopt' : 'update', more(sight.fields)) };
    case 'takeBack':
      // What a person wrote into an object that was never ours is not ours to take back, but to take over: on --adopt.
      return { change: changeOf(placed, adopting ? 'adopt' : 'takeBack', more(sight.fields, sight.taken.map(({ path, manager }) => `${pathText(path)} is taken from ${JSON.stringify(manager)}, as a rule says`))) };
    case 'dispute':
      return { held: { ...heldOf(placed, 'dispute', disputed(placed, sight.because)), fields: sight.fields } };
    case 'replace':
      return { change: changeOf(placed, 'replace', more(undefined, [anew(placed, sight.error)])) };
    case 'refused':
      return { held: heldOf(placed, 'refused', refused(placed, sight.error, drifted ? sight.writers : undefined)) };
  }
}

function anew({ policy }: PlacedObject, { details }: AppError): string {
  const field = details?.['field'];
  return `${typeof field === 'string' ? field : 'a field'} cannot change: it is deleted and made anew${policy.onImmutable === 'replaceOrphan' ? ', its pods go on running' : ''}`;
}

export function heldOf({ key, source, artifact, wave }: PlacedObject, reason: Held['reason'], problem: Problem): Held {
  return { reason, address: key, artifact: artifact ?? source, wave, problem };
}

function changeOf({ key, source, artifact, wave, digest }: PlacedObject, action: Action, more: Partial<Change>): Change {
  return { action, address: key, artifact: artifact ?? source, wave, to: digest, ...more };
}
