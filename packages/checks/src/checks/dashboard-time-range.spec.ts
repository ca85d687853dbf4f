import { describe, expect, it } from '@jest/globals';
import { faultsOf } from '../fixtures.ts';
import { dashboardTimeRange } from './dashboard-time-range.ts';

const found = (from: string, to = 'now', tags: readonly string[] = []) => faultsOf(dashboardTimeRange, [], [], { time: { from, to }, tags });

describe('dashboard-time-range', () => {
  it.each([['now-7d', 'now'], ['2026-01-01', 'now'], ['now-3h', 'now-1h'], ['now/d', 'now']])('finds %s to %s', (from, to) => {
    expect(found(from, to)).toHaveLength(1);
  });

  it.each<[string, readonly string[]]>([['now-3h', []], ['now-24h', []], ['now-30d', ['slo']]])('accepts %s with the tags %j', (from, tags) => {
    expect(found(from, 'now', tags)).toEqual([]);
  });
});
