import { describe, expect, it } from '@jest/globals';
import { promql } from '@bud-o11y/model';
import { alertRule, alertRules, problemsOf, recordingRules } from '../fixtures.ts';
import { rulesDuplicate } from './rules-duplicate.ts';

const sum = (labels?: Readonly<Record<string, string>>) => ({ record: 'job:up:sum', expr: 'sum by (job) (up)', ...(labels === undefined ? {} : { labels }) });
const found = (...artifacts: Parameters<typeof problemsOf>[1]) => problemsOf(rulesDuplicate, artifacts).map(({ where }) => `${where.artifact} ${where.path}`);

describe('rules-duplicate', () => {
  it('names the file that declares the second of two alerts', () => {
    const queries = ['One', 'Two'].map((name) => ({ at: '', query: promql`vector(1)`, file: `packages/alerts/src/alerts/meta/${name}.ts` }));
    const [problem, ...more] = problemsOf(rulesDuplicate, [alertRules([alertRule('Down', {}), alertRule('Down', {})], { queries })]);
    expect(problem).toMatchObject({ where: { file: 'packages/alerts/src/alerts/meta/Two.ts' }, what: expect.stringContaining('packages/alerts/src/alerts/meta/One.ts') });
    expect(more).toEqual([]);
  });

  it('finds a record that two groups write', () => {
    expect(found(recordingRules([sum()], { group: 'a' }), recordingRules([sum({})], { group: 'b' }))).toEqual(['recording-rules:mimir/b group b rule 1 (job:up:sum)']);
  });

  it('finds an alert that two evaluators run, whatever the order of its labels', () => {
    const artifacts = [alertRules([alertRule('Down', { severity: 'warning', team: 'platform' })]), alertRules([alertRule('Down', { team: 'platform', severity: 'warning' })], { evaluator: 'prometheus', group: 'local' })];
    expect(found(...artifacts)).toEqual(['alert-rules:prometheus/local group local rule 1 (Down)']);
  });

  it('finds a group name that one evaluator has twice', () => {
    expect(found(recordingRules([sum()], { group: 'a' }), alertRules([alertRule('Down', {})], { group: 'a' }))).toEqual(['alert-rules:mimir/a group a']);
  });

  it('accepts names that labels tell apart, and a group name of two evaluators', () => {
    expect(found(recordingRules([sum({ quantile: '0.5' }), sum({ quantile: '0.9' })]), alertRules([alertRule('Down', { severity: 'warning' }), alertRule('Down', { severity: 'critical' })]))).toEqual([]);
    expect(found(alertRules([alertRule('Down', {})], { group: 'a' }), alertRules([alertRule('Silent', {})], { group: 'a', evaluator: 'loki' }))).toEqual([]);
  });
});
