import { describe, expect, it } from '@jest/globals';
import { environmentNamed, metrics, panelRef, promql } from '@bud-o11y/model';
import { type AlertInput, alert, alertThreshold } from './alert.ts';

const input: AlertInput<'TooHot'> = {
  id: 'TooHot', area: 'services', group: 'prometheus-local', severity: 'info', team: 'platform', service: 'budapp', expr: promql`${metrics.up}`,
  summary: 'hot', description: 'Too hot.', panel: panelRef('platform-overview', 'servicesUp'),
};

describe('alert', () => {
  it('takes the evaluator from the group, and the source from area and id', () => {
    expect(alert(input)).toMatchObject({ evaluator: 'prometheus', source: 'packages/alerts/src/alerts/services/TooHot.ts' });
  });
});

describe('alertThreshold', () => {
  const environment = environmentNamed('production');

  it.each([
    { name: 'a number', value: 0.05, expected: 0.05 },
    { name: 'zero, which is a threshold like any other', value: 0, expected: 0 },
    { name: 'a function of the environment', value: ({ limits }: typeof environment) => limits.tempo.maxTracesPerUser / 2, expected: 25_000 },
  ])('is $name', ({ value, expected }) => {
    expect(alertThreshold({ threshold: { value, unit: 'count', comparison: '>' } }, environment)).toBe(expected);
  });

  it('is undefined without one', () => {
    expect(alertThreshold({}, environment)).toBeUndefined();
  });
});
