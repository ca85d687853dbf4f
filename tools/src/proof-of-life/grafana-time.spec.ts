import { describe, expect, it } from '@jest/globals';
import { panelTime, spanOf } from './grafana-time.ts';

const hours = (count: number): number => count * 3_600;

describe('panelTime', () => {
  it.each([
    { name: 'three hours over the whole width: the scrape interval', given: { range: hours(3), columns: 24, minInterval: 1 }, interval: 15, rateInterval: 60 },
    { name: 'three hours in a third of it', given: { range: hours(3), columns: 8, minInterval: 1 }, interval: 20, rateInterval: 60 },
    { name: 'recorded series, which have a sample a minute', given: { range: hours(3), columns: 12, minInterval: 60 }, interval: 60, rateInterval: 75 },
    { name: 'thirty days', given: { range: hours(720), columns: 24, minInterval: 60 }, interval: 1_800, rateInterval: 1_815 },
  ])('is Grafana\'s for $name', ({ given, interval, rateInterval }) => {
    expect(panelTime({ now: 1_769_860_800, scrapeInterval: 15, ...given })).toMatchObject({ interval, rateInterval });
  });

  it('begins and ends on multiples of the interval', () => {
    const { from, to, interval } = panelTime({ now: 1_769_860_817, range: hours(3) + 7, columns: 8, minInterval: 1, scrapeInterval: 15 });
    expect([from % interval, to % interval, to]).toEqual([0, 0, 1_769_860_800]);
  });
});

describe('spanOf', () => {
  it.each([['now-3h', 10_800], ['30d', 2_592_000], ['1m', 60]])('reads %s', (text, expected) => {
    expect(spanOf(text)).toBe(expected);
  });

  it('refuses what is no span', () => {
    expect(() => spanOf('yesterday')).toThrow(RangeError);
  });
});
