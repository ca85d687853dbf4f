import { AppError } from '@bud-o11y/model';
import type { PlacedObject } from '../../../objects/index.ts';
import type { Change } from '../../../plan/plan.ts';
import type { Written } from '../../target.ts';
import type { Cluster } from '../context.ts';
import { resourceOf, type Scope } from '../kinds.ts';
import { conflictsOf, jsonPatch, judge, type OwnershipConflict, type Rewrite } from '../ownership/index.ts';
import { disputed, foreign, immutableFix } from '../plan/problems.ts';
import { applyRequest, asObject } from '../request.ts';
import { type ApiReply, type KubernetesObject, resourcePath } from '../transport/index.ts';
import { isAboutObject } from './object-failure.ts';

interface Writing {
  readonly change: Change;
  readonly placed: PlacedObject;
  readonly scope: Scope;
  /** The version that the plan saw. */
  readonly seenVersion?: string;
  readonly rewrite?: Rewrite;
  /** Takes the old object away, where a field that cannot change makes that necessary. */
  readonly clearWay: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** How the write ended, and the object as the server has it now. */
export interface WriteResult {
  readonly written: Written;
  readonly object?: KubernetesObject;
}

/**
 * One server-side apply, never forced at first. Where everything in its way was written by hand, or is ours by a rule, it is
 * sent once more with force; where another tool declares a field, nothing is touched.
 * @throws what is not about this object alone
 */
export async function writeObject(cluster: Cluster, { change, placed, scope, seenVersion, rewrite, clearWay, signal }: Writing): Promise<WriteResult> {
  const { api, setId } = cluster;
  const uid = change.action === 'create' ? undefined : change.from;
  const send = async (force: boolean, recreate = false): Promise<ApiReply> => await api.request(applyRequest(placed.object, scope, { setId, force, signal, ...(uid === undefined || recreate ? {} : { uid }) }));
  try {
    if (rewrite !== undefined) await api.request({ method: 'PATCH', path: resourcePath(resourceOf(scope), placed.object.metadata.name), contentType: jsonPatch, body: rewrite.patch as object, name: `hand over ${scope.served.plural}`, signal });
    return done(await send(false), change);
  } catch (thrown) {
    const conflicts = conflictsOf(thrown, placed.object);
    if (conflicts.length > 0) return await contested(conflicts);
    return await failed(thrown);
  }

  async function contested(conflicts: readonly OwnershipConflict[]): Promise<WriteResult> {
    // It was not there when the plan was made: what somebody made since is not ours to take back.
    if (change.action === 'create') return { written: { outcome: 'conflict', problem: foreign(placed) } };
    const judgement = judge(conflicts, placed.policy.takes);
    if (judgement.kind === 'dispute') return { written: { outcome: 'conflict', problem: disputed(placed, judgement.because) } };
    try {
      return done(await send(true), change.action === 'update' ? { ...change, action: 'takeBack' } : change);
    } catch (thrown) {
      return await failed(thrown);
    }
  }

  async function failed(thrown: unknown): Promise<WriteResult> {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === 'immutable') return mayReplace(placed, change) ? await anew() : { written: { outcome: 'failed', error: withFix(thrown, immutableFix(placed.key)) } };
    if (thrown.code === 'conflict') {
      return { written: { outcome: 'failed', error: new AppError('stalePlan', `${placed.key} changed while the apply was running: ${thrown.message}`, { cause: thrown.cause, fix: 'run `plan` to see what is there now, then apply again' }) } };
    }
    if (isAboutObject(thrown)) return { written: { outcome: 'failed', error: thrown } };
    throw thrown;
  }

  async function anew(): Promise<WriteResult> {
    let cleared = false;
    try {
      await clearWay();
      cleared = true;
      return done(await send(false, true), { ...change, action: 'replace' });
    } catch (thrown) {
      if (!(thrown instanceof AppError) || !(isAboutObject(thrown) || thrown.code === 'unready' || thrown.code === 'stalePlan')) throw thrown;
      return { written: { outcome: 'failed', error: thrown, cleared: cleared || thrown.code === 'unready' } };
    }
  }

  function done(reply: ApiReply, { action }: Change): WriteResult {
    const object = asObject(reply, placed.object);
    const isSame = seenVersion !== undefined && object.metadata.resourceVersion === seenVersion;
    return { object, written: { outcome: isSame ? 'same' : 'written', action, warnings: reply.warnings } };
  }
}

/** By its policy, and unless the plan looked at it and showed nothing but an update. */
function mayReplace({ policy }: PlacedObject, { action, diff }: Change): boolean {
  return policy.onImmutable !== 'fail' && (action === 'replace' || (action === 'update' && diff === undefined));
}

function withFix({ code, message, details, cause }: AppError, fix: string): AppError {
  return new AppError(code, message, { details, cause, fix });
}
