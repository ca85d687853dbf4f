import { type Evaluator, type Query, logql, metrics, promql, stream } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRules, problemsOf } from '../fixtures.ts';
import { rulesEvaluatorLanguage } from './rules-evaluator-language.ts';

const metric = promql`${metrics.up} == 0`;
const log = logql`sum(count_over_time(${stream({ level: 'error' })}[5m])) > 1`;

describe('rules-evaluator-language', () => {
  it('names the file that declares the rule', () => {
    const file = 'packages/alerts/src/alerts/meta/One.ts';
    expect(problemsOf(rulesEvaluatorLanguage, [alertRules([], { evaluator: 'mimir', queries: [{ at: 'rule 1', query: log, file }] })])).toMatchObject([{ where: { file } }]);
  });

  it.each<[Evaluator, Query, number]>([
    ['mimir', log, 1], ['prometheus', log, 1], ['loki', metric, 1],
    ['mimir', metric, 0], ['prometheus', metric, 0], ['loki', log, 0],
  ])('%s, %j: %i', (evaluator, query, expected) => {
    expect(problemsOf(rulesEvaluatorLanguage, [alertRules([], { evaluator, queries: [{ at: 'rule 1', query }] })])).toHaveLength(expected);
  });
});
