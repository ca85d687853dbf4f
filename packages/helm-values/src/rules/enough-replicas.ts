import { type ValueRule, at } from '../value-rule.ts';

/** As many instances as each sample, line or block has copies: with fewer, no write reaches its quorum and nothing says so at start. */
export function enoughReplicas(factor: string, replicas: string): ValueRule {
  return (values) => {
    const copies = at(values, factor);
    const instances = at(values, replicas);
    if (typeof copies !== 'number' || typeof instances !== 'number' || instances >= copies) return [];
    return [{ path: factor, what: `${copies} copies are to be kept by ${instances} instances (${replicas})`, fix: `raise ${replicas} to ${copies}, or lower replicationFactor, in the environment's file` }];
  };
}
