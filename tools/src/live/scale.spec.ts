import { describe, expect, it } from '@jest/globals';
import { renderAlerts } from '@bud-o11y/alerts';
import { durationMs, environmentNamed } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';
import { differences } from './differences.ts';
import { always, redirected } from './redirect.ts';
import { scaledDuration, scaledGroup, scaledQuery, scaledRouting } from './scale.ts';

const factor = 100;
const production = environmentNamed('production');
const groups = [...renderRules(production), ...renderAlerts(production)].flatMap((artifact) => (artifact.kind === 'recording-rules' || artifact.kind === 'alert-rules') && artifact.evaluator !== 'loki' ? artifact.data.groups : []);
const routing = renderAlerts(production).find(({ kind }) => kind === 'alertmanager')?.data as Readonly<Record<string, unknown>>;

/** Whether the second duration is the first, divided. */
const isDivided = (from: unknown, to: unknown): boolean => durationMs(String(from)) === (durationMs(String(to)) ?? Number.NaN) * factor;
/** A query with every range and offset taken out, and those in order. */
const taken = (query: unknown): { readonly rest: string; readonly durations: readonly string[] } => ({
  rest: String(query).replaceAll(/\[[\w:]+\]|offset \w+/g, '@'),
  durations: [...String(query).matchAll(/\[([\w:]+)\]|offset (\w+)/g)].flatMap(([, range, offset]) => (range ?? offset ?? '').split(':')),
});

describe('scaledDuration', () => {
  it.each([['5m', '3000ms'], ['10s', '100ms'], ['0s', '0s'], ['30d', '25920000ms']])('of %s is %s', (text, expected) => {
    expect(scaledDuration(text, factor)).toBe(expected);
  });

  it.each(['5x', '1ms'])('refuses %s', (text) => {
    expect(() => scaledDuration(text, factor)).toThrow(RangeError);
  });
});

describe('scaledQuery', () => {
  it('divides ranges, steps and offsets, and leaves numbers and matchers alone', () => {
    expect(scaledQuery('sum(rate(a{le=~"5([.]0)?"}[5m])) > 5 and max_over_time(b[1d:15m] offset 1h) / 60', factor)).toBe('sum(rate(a{le=~"5([.]0)?"}[3000ms])) > 5 and max_over_time(b[864000ms:9000ms] offset 36000ms) / 60');
  });
});

describe('rules that run faster', () => {
  it.each(groups.map((group) => ({ name: group.name, group })))('of $name differ from the generated ones in durations alone', ({ group }) => {
    const found = differences(group, scaledGroup(group, factor));
    for (const { at, from, to } of found) {
      if (/(^interval|\.for|\.keep_firing_for)$/.test(at)) expect({ at, from, divided: isDivided(from, to) }).toEqual({ at, from, divided: true });
      else {
        expect(at).toMatch(/^rules\.\d+\.expr$/);
        expect(taken(to).rest).toBe(taken(from).rest);
        taken(from).durations.forEach((duration, index) => expect(isDivided(duration, taken(to).durations[index])).toBe(true));
      }
    }
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('routing that runs faster and stays on this machine', () => {
  const secrets = { from: production.receivers.secretsDirectory, to: '/elsewhere' };
  const changed = redirected(scaledRouting(routing, factor) as Readonly<Record<string, unknown>>, { sink: 'http://127.0.0.1:1', smarthost: '127.0.0.1:2', secrets, officeHours: always });
  const found = differences(routing, changed);

  it('differs from the generated one in durations, addresses and office hours alone', () => {
    const durations = found.filter(({ at }) => /(resolve_timeout|group_wait|group_interval|repeat_interval)$/.test(at));
    for (const { at, from, to } of durations) expect({ at, divided: isDivided(from, to) }).toEqual({ at, divided: true });
    const files = found.filter(({ at }) => at.endsWith('_file'));
    for (const { from, to } of files) expect(String(to).replace(secrets.to, secrets.from)).toBe(from);
    const others = found.filter((difference) => !durations.includes(difference) && !files.includes(difference)).map(({ at }) => at.replace(/^time_intervals\.0\.time_intervals\.0\..*$/, 'office hours'));
    expect(new Set(others)).toEqual(new Set(['global.smtp_smarthost', 'global.smtp_require_tls', 'global.pagerduty_url', 'office hours']));
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(durations.length).toBeGreaterThan(15);
  });

  it('keeps the tree, the matchers, the receivers and the inhibitions', () => {
    expect(found.some(({ at }) => /receiver$|matchers|equal|inhibit_rules|continue|active_time_intervals|group_by/.test(at))).toBe(false);
  });
});
