import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';
import { rulesOf } from '../rules-of.ts';
import { dependentsOf, inhibitions } from './inhibitions.ts';

const environment = environmentNamed('production');

/** Labels by which log alerts are told apart; metric alerts show theirs in their cases. */
const logLabels: Readonly<Record<string, readonly string[]>> = { ErrorLogBurst: ['app'], LogPipelineSilent: ['app'] };

function labelsOf(alert: Alert): ReadonlySet<string> {
  const fixed = rulesOf(alert, environment).flatMap(({ data }) => Object.keys(data.labels ?? {}));
  const yielded = (alert.tests ?? []).flatMap((entry) => entry.alerts.flatMap(({ labels }) => Object.keys(labels)));
  return new Set([...fixed, ...yielded, ...(logLabels[alert.id] ?? [])]);
}

describe.each(inhibitions)('$cause.id', ({ cause, symptoms, equal }) => {
  it('has every label that must agree, and so has each of its symptoms', () => {
    for (const alert of [cause, ...symptoms]) expect([...labelsOf(alert)]).toEqual(expect.arrayContaining([...equal]));
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
