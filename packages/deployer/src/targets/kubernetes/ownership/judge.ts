import type { FieldClaim } from '../../../objects/index.ts';
import { fieldMatcher } from '../../../plan/field-pattern.ts';
import type { OwnershipConflict } from './conflicts.ts';

/**
 * What a conflict of ownership comes to. `takeBack`: each field may be taken, because somebody edited what we declare or
 * because a rule says so (`taken`), and the whole apply may be forced. `dispute`: force would take a field from a rightful
 * owner too, so that a person has to decide.
 */
export type Verdict =
  | { readonly kind: 'takeBack'; readonly taken: readonly OwnershipConflict[] }
  | { readonly kind: 'dispute'; readonly because: readonly Objection[] };

/** Why a field may not be taken. */
export interface Objection {
  readonly conflict: OwnershipConflict;
  readonly why: string;
}

/** Controllers whose job it is to write into objects of others; add one here. */
const protectedManagers: readonly { readonly manager: RegExp; readonly what: string }[] = [
  { manager: /^(?:kube-controller-manager|horizontal-pod-autoscaler)$/, what: 'a controller of Kubernetes writes it, as the horizontal autoscaler does' },
  { manager: /^(?:vpa-|vertical-pod-autoscaler)/, what: 'the vertical autoscaler writes it' },
  { manager: /^keda(?:-operator)?$/, what: 'the KEDA autoscaler writes it' },
  { manager: /^(?:cert-manager-)?cainjector$/, what: 'cert-manager fills certificates in' },
  { manager: /^rollout-operator$/, what: 'the rollout-operator coordinates this workload' },
];

/**
 * Force takes every field that conflicts, so that it is allowed only when each may be taken.
 * @param takes the fields that are ours by a rule, each against one manager: reviewed like code, and never more than that
 */
export function judge(conflicts: readonly OwnershipConflict[], takes: readonly FieldClaim[] = []): Verdict {
  const objections = conflicts.flatMap((conflict): readonly Objection[] => {
    const why = objectionTo(conflict);
    return why === undefined ? [] : [{ conflict, why }];
  });
  const overruled = ({ conflict: { manager, path } }: Objection): boolean => takes.some(({ field, from }) => from === manager && fieldMatcher([field])(path));
  const because = objections.filter((objection) => !overruled(objection));
  return because.length === 0 ? { kind: 'takeBack', taken: objections.map(({ conflict }) => conflict) } : { kind: 'dispute', because };
}

function objectionTo({ manager, operation, subresource }: OwnershipConflict): string | undefined {
  if (operation === 'Apply') return 'another tool declares it too';
  if (subresource !== undefined) return `it was written through the subresource ${subresource}, as autoscalers do`;
  return protectedManagers.find((candidate) => candidate.manager.test(manager))?.what;
}
