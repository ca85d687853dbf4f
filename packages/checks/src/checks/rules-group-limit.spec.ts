import { type Evaluator, environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, problemsOf } from '../fixtures.ts';
import { rulesGroupLimit } from './rules-group-limit.ts';

const { rulesPerGroup, groupsPerTenant } = environmentNamed('dev').limits.mimir;
const group = (name: string, count: number, evaluator: Evaluator = 'mimir') => alertRules(Array.from({ length: count }, (_, index) => alertRule(`Alert${index}`, {})), { group: name, evaluator });
const groups = (count: number) => Array.from({ length: count }, (_, index) => group(`group-${index}`, 1));

describe('rules-group-limit', () => {
  it('finds a group that is too long', () => {
    expect(problemsOf(rulesGroupLimit, [group('long', rulesPerGroup + 1)]).map(({ where }) => where.path)).toEqual(['group long']);
  });

  it('finds one group too many', () => {
    expect(problemsOf(rulesGroupLimit, groups(groupsPerTenant + 1)).map(({ where }) => where.path)).toEqual(['limits.mimir.groupsPerTenant']);
  });

  it('accepts what stands at the limits, and groups of other evaluators', () => {
    expect(problemsOf(rulesGroupLimit, [...groups(groupsPerTenant - 1), group('long', rulesPerGroup), group('logs', rulesPerGroup + 1, 'loki')])).toEqual([]);
  });
});
