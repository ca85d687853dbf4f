import { metrics, promql } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, dashboard, panel, problemsOf } from '../fixtures.ts';
import { queryUntracked } from './query-untracked.ts';

const up = promql`${metrics.up} == 0`;
const shown = { panels: [panel(1, { targets: [{ refId: 'A', expr: 'up  ==\n 0' }] })], annotations: { list: [{ name: 'Down', expr: 'up == 0' }] } };

describe('query-untracked', () => {
  it('finds a rule, a target and an annotation that no template built', () => {
    const problems = problemsOf(queryUntracked, [alertRules([alertRule('Down', {})]), dashboard('a', shown)]);
    expect(problems.map(({ where }) => where.path)).toEqual(['rule Down', 'panel 1 (Panel 1) target A', 'annotation Down']);
  });

  it('accepts them once they are listed, however they are laid out', () => {
    const queries = [{ at: 'here', query: up }];
    expect(problemsOf(queryUntracked, [alertRules([alertRule('Down', {})], { queries }), dashboard('a', shown, queries)])).toEqual([]);
  });
});
