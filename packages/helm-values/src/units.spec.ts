import { describe, expect, it } from '@jest/globals';
import type { Duration } from '@bud-o11y/model';
import { goDuration, milliseconds, percentage } from './units.ts';

describe('percentage', () => {
  it.each([[0.1, 10], [1, 100], [0, 0], [0.5, 50], [0.07, 7], [0.001, 0.1], [0.29, 29]])('share %p is %p percent', (share, percent) => {
    expect(percentage(share)).toBe(percent);
  });
});

describe('goDuration', () => {
  it.each([['7d', '168h'], ['24h', '24h'], ['1w', '168h'], ['90m', '90m'], ['90s', '90s'], ['120s', '2m']] as const)('%s is %s', (duration: Duration, go) => {
    expect(goDuration(duration)).toBe(go);
  });
});

describe('milliseconds', () => {
  it.each([['2s', 2_000], ['500ms', 500]] as const)('%s is %p', (duration: Duration, ms) => {
    expect(milliseconds(duration)).toBe(ms);
  });
});
