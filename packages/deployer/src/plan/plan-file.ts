import { AppError, canonicalJson, compareText, sha256 } from '@bud-o11y/model';
import type { Change, Held, MissingSource, Plan, TargetIdentity } from './plan.ts';

const schema = 2;

/** A plan that was saved for review: what would be done and where, nothing of the content. */
export interface SavedPlan {
  readonly schema: typeof schema;
  readonly environment: string;
  readonly target: TargetIdentity;
  /** Without the fields: their digest says whether they are still the same. */
  readonly changes: readonly Omit<Change, 'fields'>[];
  readonly held: readonly Pick<Held, 'reason' | 'address'>[];
  readonly missing: readonly MissingSource[];
  /** Whether it takes foreign objects over. */
  readonly adopt: boolean;
}

/** The text of a plan file. It carries its own digest: a plan is made by \`plan\`, not by hand. */
export function planFileText(plan: Plan, { adopt = false }: { readonly adopt?: boolean } = {}): string {
  const saved: SavedPlan = {
    schema,
    environment: plan.environment,
    target: plan.target,
    changes: plan.changes.map(withoutFields),
    held: plan.held.map(({ reason, address }) => ({ reason, address })),
    missing: plan.missing,
    adopt,
  };
  return canonicalJson({ ...saved, digest: digestOf(saved) });
}

/**
 * Reads a plan file.
 * @throws AppError `invalid` when it is cut short, of another version, edited, or no plan at all.
 */
export function readPlanFile(path: string, text: string): SavedPlan {
  const parsed = parse(text);
  if (!isSavedPlan(parsed)) {
    throw new AppError('invalid', `${path} is not a plan of this version of bud-o11y, or it is cut short`, { fix: 'make a new one with `plan --out`' });
  }
  const { digest, ...saved } = parsed;
  if (digest !== digestOf(saved)) throw new AppError('invalid', `${path} was changed after it was made`, { fix: 'make a new one with `plan --out`, and review that' });
  return saved;
}

function withoutFields(change: Change): Omit<Change, 'fields'> {
  const { fields: _, ...rest } = change;
  return rest;
}

function digestOf(saved: SavedPlan): string {
  return sha256(canonicalJson(saved));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSavedPlan(value: unknown): value is SavedPlan & { readonly digest: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { schema: found, environment, target, changes, held, missing, digest } = value as Record<string, unknown>;
  return found === schema && typeof environment === 'string' && typeof target === 'object' && target !== null && typeof digest === 'string'
    && Array.isArray(held) && Array.isArray(missing) && Array.isArray(changes) && changes.every((change: unknown) => typeof change === 'object' && change !== null && 'address' in change && typeof change.address === 'string');
}

/**
 * What no longer holds of a saved plan, one line each; empty when the plan that would be made now is the same.
 * Only what would be done counts: a saved plan survives changes that do not alter it.
 */
export function staleness(saved: SavedPlan, now: Plan): readonly string[] {
  const lines: string[] = [];
  if (saved.environment !== now.environment) lines.push(`it is a plan of ${saved.environment}, not of ${now.environment}`);
  if (!isSameTarget(saved.target, now.target)) lines.push(`it was made for ${saved.target.kind} ${saved.target.address}, not for ${now.target.kind} ${now.target.address}`);
  // A plan of something else has nothing in common with this one: its objects say no more.
  if (lines.length > 0) return lines;
  const before = new Map(saved.changes.map((change) => [change.address, change]));
  const after = new Map(now.changes.map((change) => [change.address, withoutFields(change)]));
  const heldBefore = new Set(saved.held.map(({ address }) => address));
  for (const { address, reason } of now.held) {
    if (!heldBefore.has(address) && !before.has(address)) lines.push(`${address}: planned nothing, now ${reason}`);
  }
  const missingBefore = new Set(saved.missing.map(({ source }) => source));
  for (const { source } of now.missing) {
    if (!missingBefore.has(source)) lines.push(`${source}: could be rendered then, and cannot now`);
  }
  for (const address of [...new Set([...before.keys(), ...after.keys()])].sort(compareText)) {
    const [then, current] = [before.get(address), after.get(address)];
    if (canonicalJson(then ?? null) === canonicalJson(current ?? null)) continue;
    lines.push(`${address}: planned ${stepText(then)}, now ${stepText(current)}`);
  }
  return lines;
}

function isSameTarget(one: TargetIdentity, other: TargetIdentity): boolean {
  return one.kind === other.kind && (one.uid === undefined || other.uid === undefined ? one.address === other.address : one.uid === other.uid);
}

function stepText(change: Omit<Change, 'fields'> | undefined): string {
  if (change === undefined) return 'nothing';
  return `${change.action}${change.from === undefined ? '' : ` from ${change.from.slice(0, 12)}`}${change.to === undefined ? '' : ` to ${change.to.slice(0, 12)}`}`;
}
