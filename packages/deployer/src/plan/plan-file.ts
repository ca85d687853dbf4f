import { AppError, canonicalJson, compareText } from '@bud-o11y/model';
import type { Change, Plan } from './plan.ts';

const schema = 1;

/** A plan that was saved for review: what would be done and where, nothing of the content. */
export interface SavedPlan {
  readonly schema: typeof schema;
  readonly environment: string;
  readonly target: { readonly kind: string; readonly address: string };
  readonly changes: readonly Change[];
}

/** The text of a plan file. */
export function planFileText(plan: Plan): string {
  return canonicalJson({ schema, environment: plan.environment, target: plan.target, changes: plan.changes } satisfies SavedPlan);
}

/**
 * Reads a plan file.
 * @throws AppError `invalid` when it is cut short, of another version, or no plan at all.
 */
export function readPlanFile(path: string, text: string): SavedPlan {
  const parsed = parse(text);
  if (!isSavedPlan(parsed)) {
    throw new AppError('invalid', `${path} is not a plan of this version of bud-o11y, or it is cut short`, { fix: 'make a new one with `plan --out`' });
  }
  return parsed;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSavedPlan(value: unknown): value is SavedPlan {
  if (typeof value !== 'object' || value === null) return false;
  const { schema: found, environment, target, changes } = value as Record<string, unknown>;
  return found === schema && typeof environment === 'string' && typeof target === 'object' && target !== null
    && Array.isArray(changes) && changes.every((change: unknown) => typeof change === 'object' && change !== null && 'address' in change && typeof change.address === 'string');
}

/**
 * What no longer holds of a saved plan, one line each; empty when the plan that would be made now is the same.
 * Only what would be done counts: a saved plan survives changes that do not alter it.
 */
export function staleness(saved: SavedPlan, now: Plan): readonly string[] {
  const lines: string[] = [];
  if (saved.environment !== now.environment) lines.push(`it is a plan of ${saved.environment}, not of ${now.environment}`);
  if (saved.target.kind !== now.target.kind || saved.target.address !== now.target.address) lines.push(`it was made for ${saved.target.kind} ${saved.target.address}, not for ${now.target.kind} ${now.target.address}`);
  const before = new Map(saved.changes.map((change) => [change.address, change]));
  const after = new Map(now.changes.map((change) => [change.address, change]));
  for (const address of [...new Set([...before.keys(), ...after.keys()])].sort(compareText)) {
    const [then, current] = [before.get(address), after.get(address)];
    if (canonicalJson(then ?? null) === canonicalJson(current ?? null)) continue;
    lines.push(`${address}: planned ${stepText(then)}, now ${stepText(current)}`);
  }
  return lines;
}

function stepText(change: Change | undefined): string {
  if (change === undefined) return 'nothing';
  return `${change.action}${change.from === undefined ? '' : ` from ${change.from.slice(0, 12)}`}${change.to === undefined ? '' : ` to ${change.to.slice(0, 12)}`}`;
}
