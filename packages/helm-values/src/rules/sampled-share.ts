import { percentage } from '../units.ts';
import { type ValueFault, type ValueRule, at, below } from '../value-rule.ts';

interface Policy {
  readonly probabilistic?: { readonly sampling_percentage?: unknown };
}

/** The collector samples by percent, the environment by share: 0.1 is 10, and 0.1 percent would be a hundredth of what was asked for. */
export function sampledShare(base: string): ValueRule {
  const path = below(base, 'processors.tail_sampling.policies');
  return (values, { sampling: { traces } }) => {
    const policies = at(values, path);
    if (!Array.isArray(policies)) return [];
    return policies.flatMap((policy: Policy, index): readonly ValueFault[] => {
      const percent = policy.probabilistic?.sampling_percentage;
      const place = `${path}.${index}.probabilistic.sampling_percentage`;
      if (typeof percent !== 'number') return [];
      if (percent < 0 || percent > 100) return [{ path: place, what: `${percent} is no percentage: sampling.traces is ${traces}, and a share is between 0 and 1`, fix: 'write the share, 0.1 for a tenth, as sampling.traces in the environment' }];
      if (percent !== percentage(traces)) return [{ path: place, what: `${percent} percent is not the share of ${traces} that sampling.traces asks for`, fix: `write ${percentage(traces)}: percentage() of units.ts makes it of the share` }];
      return [];
    });
  };
}
