import { type Alert, type LogCase, alertGroups, logCases, rulesOf } from '@bud-o11y/alerts';
import { type Environment, type RuleData, durationMs } from '@bud-o11y/model';
import { runRules } from '../logql/run-case.ts';
import { PipelineFailure } from '../logql/window.ts';
import { idOf } from './mutated-rules.ts';
import { ruleMutants } from './rule-mutants.ts';
import type { Tally } from './tally.ts';

/** Runs every case of some log alerts against all of their mutants, with our own reading of LogQL. */
export function runLogMutants(alerts: readonly Alert[], environment: Environment): Tally {
  const mutants = new Set<string>();
  const caught = new Set<string>();
  for (const alert of alerts.filter((candidate) => candidate.evaluator === 'loki')) {
    const stepMs = durationMs(alertGroups[alert.group].interval) ?? Number.NaN;
    for (const { id, rules } of mutatedAlerts(rulesOf(alert, environment).map(({ data }) => data))) {
      mutants.add(id);
      if (logCases(alert).some((entry) => isCaught(rules, entry, stepMs))) caught.add(id);
    }
  }
  return { mutants, caught };
}

/** The rules of an alert have one shape, so a change is made to all of them at once. */
function mutatedAlerts(rules: readonly RuleData[]): readonly { readonly id: string; readonly rules: readonly RuleData[] }[] {
  const [first = [], ...others] = rules.map((rule) => ruleMutants(rule, 'logql'));
  return first.map((mutant, index) => ({ id: idOf(mutant, mutant.rule.alert ?? ''), rules: [mutant, ...others.map((mutants) => mutants[index] ?? mutant)].map(({ rule }) => rule) }));
}

function isCaught(rules: readonly RuleData[], entry: LogCase, stepMs: number): boolean {
  try {
    return runRules(rules, entry, stepMs).some(({ expected, actual }) => String(expected) !== String(actual));
  } catch (error) {
    // A query that Loki fails is noticed; one that the interpreter does not know is a fault of the interpreter.
    if (error instanceof PipelineFailure) return true;
    throw error;
  }
}
