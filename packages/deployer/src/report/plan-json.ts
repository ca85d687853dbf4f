import { canonicalJson } from '@bud-o11y/model';
import { redactedValue } from '../redact.ts';
import type { Change, Held, OwnedChange, Plan } from '../plan/plan.ts';

/** A plan for a program: everything but the content; values behind secret-looking keys hidden. */
export function planJson(plan: Plan): string {
  return canonicalJson({
    schema: 1,
    ...plan,
    changes: plan.changes.map(shownChange),
    held: plan.held.map(shownHeld),
    unsettled: [...plan.unsettled].sort(),
    unchanged: plan.unchanged.map(({ address, artifact, wave, digest }) => ({ address, artifact, wave, digest })),
  });
}

/** A change as it may be shown. */
export function shownChange({ fields, ...change }: Change): object {
  return { ...change, ...(fields === undefined ? {} : { fields: fields.map(shownField) }) };
}

export function shownHeld({ fields, ...held }: Held): object {
  return { ...held, ...(fields === undefined ? {} : { fields: fields.map(shownField) }) };
}

function shownField(change: OwnedChange): object {
  const { steps: _, before, after, ...field } = change;
  return {
    ...field,
    ...(before === undefined ? {} : { before: redactedValue(field.path, before) }),
    ...(after === undefined ? {} : { after: redactedValue(field.path, after) }),
  };
}
