import { describe, expect, it } from '@jest/globals';
import { mutatedRules } from './mutated-rules.ts';
import { renameMetrics } from './rename.ts';

const groups = [
  { name: 'base', interval: '1m', rules: [{ record: 'r:a', expr: 'sum by (x) (a)' }, { record: 'r:b', expr: 'sum(b)' }] },
  { name: 'derived', interval: '1m', rules: [{ record: 'r:c', expr: 'r:a / 2' }] },
  { name: 'alerts', interval: '1m', rules: [{ alert: 'High', expr: 'r:c > 4', for: '4m' }] },
];

describe('renameMetrics', () => {
  it('renames the series that are read, and nothing else of that name', () => {
    expect(renameMetrics('sum by (a) (a{a="a"}) / a_b + a', new Set(['a']), '__1')).toBe('sum by (a) (a__1{a="a"}) / a_b + a__1');
  });
});

describe('mutatedRules', () => {
  const mutated = mutatedRules(groups, (index) => `__0m${index}`);

  it('changes the alert, its hold and the recordings behind it, one thing at a time', () => {
    expect(mutated.map(({ id }) => id)).toEqual([
      'High: operator: > becomes <', 'High: edge: > becomes >=', 'High: threshold: 4 becomes 5', 'High: threshold: 4 becomes 3', 'High: hold: for: 4m becomes 120s', 'High: hold: for: 4m becomes 480s',
      'r:a: label: by (x) is dropped',
    ]);
  });

  it('leaves the recordings alone where the alert changes', () => {
    expect(mutated[2]).toMatchObject({ groups: [], alerts: [{ alert: 'High__0m2', expr: 'r:c > 5', for: '4m' }] });
  });

  it('follows a changed recording through all that is made of it', () => {
    expect(mutated.at(-1)?.groups).toEqual([
      { name: 'base__0m6', interval: '1m', rules: [{ record: 'r:a__0m6', expr: 'sum by () (a)' }] },
      { name: 'derived__0m6', interval: '1m', rules: [{ record: 'r:c__0m6', expr: 'r:a__0m6 / 2' }] },
    ]);
    expect(mutated.at(-1)?.alerts).toEqual([{ alert: 'High__0m6', expr: 'r:c__0m6 > 4', for: '4m' }]);
  });

  it('changes all rules of an alert alike', () => {
    const [first] = mutatedRules([{ name: 'alerts', interval: '1m', rules: ['a', 'b'].map((job) => ({ alert: 'Gone', expr: `absent(up{job="${job}"})` })) }], () => '__0m0');
    expect(first?.alerts.map(({ expr }) => expr)).toEqual(['absent(up{})', 'absent(up{})']);
  });
});
