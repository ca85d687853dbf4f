import { AppError } from '@bud-o11y/model';
import type { PlacedObject } from '../../../objects/index.ts';
import { fieldDiff } from '../../../plan/field-diff.ts';
import { fieldMatcher } from '../../../plan/field-pattern.ts';
import type { OwnedChange } from '../../../plan/plan.ts';
import type { Cluster } from '../context.ts';
import { isSecret, type Scope } from '../kinds.ts';
import { conflictsOf, fieldsDigest, judge, type Objection, type OwnershipConflict, ownerOf, writersOf } from '../ownership/index.ts';
import { applyRequest } from '../request.ts';
import type { KubernetesObject } from '../transport/index.ts';

/** What the server says that an apply of one object would do. */
export type Sight =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly fields: readonly OwnedChange[] }
  /** `taken`: those of the fields that are taken from a rightful owner, by a rule. */
  | { readonly kind: 'takeBack'; readonly fields: readonly OwnedChange[]; readonly taken: readonly OwnershipConflict[] }
  | { readonly kind: 'dispute'; readonly fields: readonly OwnedChange[]; readonly because: readonly Objection[] }
  /** A field that cannot change has to: by its policy the object is made anew. */
  | { readonly kind: 'replace'; readonly error: AppError }
  /** `writers`: who wrote into the object since we did, for it may be their doing. */
  | { readonly kind: 'refused'; readonly error: AppError; readonly writers: readonly string[] };

/** Of a Secret only the metadata is ever read: whether its content would change cannot be told. */
const unseen: readonly OwnedChange[] = [{ path: 'data', steps: [{ field: 'data' }], change: 'changed', hidden: true }];

/** Refusals that are about the one object; anything else is about the server, and thrown. */
const aboutObject: ReadonlySet<string> = new Set(['invalid', 'immutable', 'forbidden', 'notFound', 'conflict', 'unsupported', 'serverError']);

interface Looking {
  readonly placed: PlacedObject;
  readonly scope: Scope;
  readonly live: KubernetesObject;
  /** Fields that the apply is going to leave to others first, so that it changes nothing there. */
  readonly released?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Asks the server by a dry run, which changes nothing; a second one when fields are in dispute, to show what would change. */
export async function look({ api, setId }: Cluster, { placed, scope, live, released = [], signal }: Looking): Promise<Sight> {
  const isReleased = fieldMatcher(released);
  const ask = async (force: boolean): Promise<KubernetesObject> => (await api.request(applyRequest(placed.object, scope, { setId, force, dryRun: true, ...(signal === undefined ? {} : { signal }) }))).body;
  const difference = (after: KubernetesObject): readonly OwnedChange[] => ownedChanges(live, after).filter(({ steps }) => !isReleased(steps));
  try {
    const after = await ask(false);
    if (isSecret(placed.key)) return { kind: 'differs', fields: unseen };
    const fields = difference(after);
    return fields.length === 0 && fieldsDigest(after) === fieldsDigest(live) ? { kind: 'same' } : { kind: 'differs', fields };
  } catch (thrown) {
    const conflicts = conflictsOf(thrown, placed.object);
    if (conflicts.length > 0) return await contested(conflicts);
    if (!(thrown instanceof AppError) || !aboutObject.has(thrown.code)) throw thrown;
    if (thrown.code === 'immutable' && placed.policy.onImmutable !== 'fail') return { kind: 'replace', error: thrown };
    return { kind: 'refused', error: thrown, writers: writersOf(live) };
  }

  async function contested(conflicts: readonly OwnershipConflict[]): Promise<Sight> {
    const judgement = judge(conflicts, placed.policy.takes);
    const fields = await forcedFields();
    return judgement.kind === 'takeBack' ? { kind: 'takeBack', fields, taken: judgement.taken } : { kind: 'dispute', fields, because: judgement.because };
  }

  /** A forced dry run may be refused for another reason; then the conflicts alone must do. */
  async function forcedFields(): Promise<readonly OwnedChange[]> {
    if (isSecret(placed.key)) return unseen;
    try {
      return difference(await ask(true));
    } catch (thrown) {
      if (thrown instanceof AppError && aboutObject.has(thrown.code)) return [];
      throw thrown;
    }
  }
}

function ownedChanges(live: KubernetesObject, after: KubernetesObject): readonly OwnedChange[] {
  return fieldDiff(live, after).map((field) => {
    const owner = ownerOf(live, field.steps);
    return { ...field, ...(owner === undefined ? {} : { manager: owner.manager, ...(owner.when === undefined ? {} : { when: owner.when }) }) };
  });
}
