import { type RuleData, durationMs } from '@bud-o11y/model';
import { logqlMutants } from './logql-mutants.ts';
import type { Mutant } from './mutant.ts';
import { promqlMutants } from './promql-mutants.ts';

/** One change of a rule: its expression, or how long it holds. */
export interface RuleMutant extends Pick<Mutant, 'kind' | 'what'> {
  readonly rule: RuleData;
}

/** The mutants of an alerting or recording rule, in one order for equal shapes of rules. */
export function ruleMutants(rule: RuleData, language: 'promql' | 'logql'): readonly RuleMutant[] {
  const mutants = language === 'promql' ? promqlMutants(rule.expr) : logqlMutants(rule.expr);
  return [...mutants.map(({ kind, what, text }) => ({ kind, what, rule: { ...rule, expr: text } })), ...holdMutants(rule)];
}

/** Half and twice as long: an alert that comes too early, and one that comes too late. */
function holdMutants(rule: RuleData): readonly RuleMutant[] {
  const ms = durationMs(rule.for ?? '0s') ?? 0;
  if (ms === 0) return [];
  return [0.5, 2].map((factor) => ({ kind: 'hold', what: `for: ${rule.for} becomes ${(ms * factor) / 1_000}s`, rule: { ...rule, for: `${(ms * factor) / 1_000}s` } }));
}
