import { describe, expect, it } from '@jest/globals';
import type { RuleData } from '@bud-o11y/model';
import { alertStates } from './alert-states.ts';

const rule: RuleData = { alert: 'TooMany', expr: '', labels: { service: '{{ $labels.app }}' }, annotations: { summary: '{{ $value | humanize }} lines' } };

/** `x` where the condition holds at an evaluation, `x` where the alert fires after it. */
function run(conditions: string, more: Pick<RuleData, 'for' | 'keep_firing_for'>): string {
  const states = alertStates({ ...rule, ...more }, (atMs) => (conditions[atMs / 60_000] === 'x' ? [{ labels: { app: 'a' }, value: 1 }] : []), 60_000, (conditions.length - 1) * 60_000);
  return states.map((firing) => (firing.length > 0 ? 'x' : '.')).join('');
}

describe('alertStates', () => {
  it.each([
    { name: 'without a hold, at once', conditions: '.xx.', more: {}, fires: '.xx.' },
    { name: 'after a hold that counts from the first evaluation', conditions: '.xxxxx', more: { for: '2m' }, fires: '...xxx' },
    { name: 'after a hold that a gap starts anew', conditions: 'xx.xxx', more: { for: '2m' }, fires: '.....x' },
    { name: 'for a while after the condition has ended', conditions: 'x.....', more: { keep_firing_for: '2m' }, fires: 'xxx...' },
    { name: 'on where the condition is back before that while is over', conditions: 'x..x....', more: { keep_firing_for: '3m' }, fires: 'xxxxxxx.' },
    { name: 'and keeps nothing up that has only been pending', conditions: 'xx....', more: { for: '2m', keep_firing_for: '2m' }, fires: '......' },
  ] as const)('fires $name', ({ conditions, more, fires }) => {
    expect(run(conditions, more)).toBe(fires);
  });

  it('fills labels and texts in from the sample', () => {
    expect(alertStates(rule, () => [{ labels: { app: 'a' }, value: 1_200 }], 60_000, 0)).toEqual([[{ labels: { app: 'a', service: 'a', alertname: 'TooMany' }, annotations: { summary: '1.2k lines' }, value: 1_200 }]]);
  });
});
