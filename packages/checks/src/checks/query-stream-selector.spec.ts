import { hole, logql } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRules, dashboard, problemsOf, variable } from '../fixtures.ts';
import { queryStreamSelector } from './query-stream-selector.ts';

const list = [
  variable('some', { includeAll: true, allValue: '.+' }),
  variable('any', { includeAll: true, allValue: '.*' }),
  variable('listed', { includeAll: true }),
  variable('typed', { type: 'textbox' }),
];
const found = (selector: string) => problemsOf(queryStreamSelector, [dashboard('a', { templating: { list } }, [{ at: 'panel 11', query: logql`${hole(selector)}` }])]).map(({ where, what }) => `${where.path}: ${what}`);

describe('query-stream-selector', () => {
  it.each(['{app=~".*"}', '{app!="budapp"}', '{app=~"$any"}', '{app=~"$typed"}', '{app=~"$typed.*", level!~"debug"}', '{app=~"$nowhere"}', '{app=""}'])('finds %s', (selector) => {
    expect(found(selector)).toEqual([expect.stringMatching(/^panel 11: selects by .+, which can match everything$/)]);
  });

  it.each(['{app="budapp"}', '{app=~".*", level="error"}', '{app=~"$some"}', '{app=~"${some:pipe}"}', '{app=~"$listed"}', '{app=~"bud.+"}', '{app!=""}'])('accepts %s', (selector) => {
    expect(found(selector)).toEqual([]);
  });

  it('names the file of an alert', () => {
    const artifact = alertRules([], { evaluator: 'loki', queries: [{ at: 'rule 1', file: 'packages/alerts/src/alerts/logs/X.ts', query: logql`${hole('count_over_time({level!="debug"}[5m])')}` }] });
    expect(problemsOf(queryStreamSelector, [artifact]).map(({ where }) => where.file)).toEqual(['packages/alerts/src/alerts/logs/X.ts']);
  });
});
