import { describe, expect, it } from '@jest/globals';
import { alertmanager, problemsOf } from '../fixtures.ts';
import { routingMatcher } from './routing-matcher.ts';

const checked = (route: object) => problemsOf(routingMatcher, [alertmanager({ receiver: 'default', routes: [route] })]);

describe('routing-matcher', () => {
  it.each([
    ['a matcher that is none', { matchers: ['severity critical'] }],
    ['a broken regular expression', { matchers: ['severity=~"(critical"'] }],
    ['match', { match: { severity: 'critical' } }],
    ['match_re', { match_re: { severity: 'crit.*' } }],
  ])('finds %s', (_, route) => {
    expect(checked(route).map(({ where }) => where.path)).toEqual(['route.routes.0']);
  });

  it('accepts the current syntax', () => {
    expect(checked({ matchers: ['severity="critical"', '{team!="security", alertname=~"Log.*"}'] })).toEqual([]);
  });
});
