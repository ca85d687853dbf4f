import { describe, expect, it } from '@jest/globals';
import { alerts, logCases } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { runLogCase } from '../logql/run-case.ts';

const environment = environmentNamed('production');
const cases = alerts.flatMap((alert) => logCases(alert).map((entry) => ({ alert, entry, name: `${alert.id}: ${entry.name}` })));

describe('the cases of the log alerts', () => {
  it.each(cases)('$name', ({ alert, entry }) => {
    for (const { actual, expected } of runLogCase(alert, entry, environment)) expect(actual).toEqual(expected);
  });

  it('can fail: one with another value, another label or a later edge is refused', () => {
    const [first] = cases.filter(({ entry }) => entry.alerts.length > 0 && entry.quietAt !== undefined);
    if (first === undefined) throw new Error('no firing case has an edge');
    const wrong = [
      { ...first.entry, alerts: first.entry.alerts.map((one) => ({ ...one, value: one.value * 2 })) },
      { ...first.entry, alerts: first.entry.alerts.map((one) => ({ ...one, labels: { ...one.labels, app: 'budsim' } })) },
      { ...first.entry, quietAt: first.entry.at },
    ];
    for (const entry of wrong) expect(runLogCase(first.alert, entry, environment).every(({ actual, expected }) => String(actual) === String(expected))).toBe(false);
  });
});
