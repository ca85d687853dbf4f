import { describe, expect, it } from '@jest/globals';
import { environmentNamed, environmentNames } from '@bud-o11y/model';
import { dependentsOf, inhibitions } from './inhibitions.ts';
import { inhibitionProblems } from './problems.ts';

describe.each(inhibitions)('$cause.id', ({ cause, symptoms, equal }) => {
  it.each(environmentNames)('has every label that must agree, and so has each of its symptoms, in %s', (name) => {
    expect(inhibitionProblems([{ cause, symptoms, equal }], environmentNamed(name))).toEqual([]);
  });

  it('is no symptom of its own symptoms', () => {
    const silencers = inhibitions.filter((other) => other.symptoms.includes(cause)).map((other) => other.cause.id);
    for (const symptom of symptoms) expect(silencers).not.toContain(symptom.id);
  });

  it('is as urgent as what it silences', () => {
    const rank = { critical: 0, warning: 1, info: 2, none: 3 };
    for (const symptom of symptoms) expect(rank[cause.severity]).toBeLessThanOrEqual(rank[symptom.severity]);
  });
});

describe('dependentsOf', () => {
  it('follows needs at any remove, and nothing that is merely used', () => {
    expect(dependentsOf('keycloak')).toEqual(['budapp']);
    expect(dependentsOf('postgresql')).toEqual(expect.arrayContaining(['budapp', 'budcluster', 'keycloak', 'budprompt']));
    expect(dependentsOf('postgresql')).not.toContain('budgateway');
    expect(dependentsOf('mimir')).toEqual([]);
  });
});

describe('a page that users see errors', () => {
  it('is silenced by nothing but an alert on the same requests', () => {
    const silencers = inhibitions.filter(({ symptoms }) => symptoms.some(({ id }) => id.endsWith('BudgetBurnFast'))).map(({ cause }) => cause.id);
    expect(silencers).toEqual(['HighErrorRate', 'HighLatency']);
  });
});

describe('the table of needs', () => {
  const silencedBy = (id: string) => inhibitions.filter(({ cause, services }) => cause.id === id && services !== undefined);

  it('makes a database that is down silence what its dependents show, and nothing of the others', () => {
    const [rule, ...more] = silencedBy('DatabaseConnectionFailure');
    expect(more).toEqual([]);
    expect(rule?.services).toEqual(dependentsOf('postgresql'));
    expect(rule?.symptoms.map(({ id }) => id)).toEqual(['ErrorLogBurst', 'PodCrashLooping', 'ServiceDegraded', 'DashboardErrorBudgetBurnSlow']);
  });

  it('makes the gateway silence what cannot work without it, whether it is down or gone', () => {
    for (const id of ['ServiceDown', 'ServiceAbsent']) expect(silencedBy(id)).toMatchObject([{ causeService: 'budgateway', services: ['budprompt'] }]);
  });
});
