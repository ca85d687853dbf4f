import { describe, expect, it } from '@jest/globals';
import { history, now, onset, recently, trouble } from './timeline.ts';

const interval = 15;
const past = history(interval);
const all = [...past, trouble(interval)];
const scrapes = all.flatMap((segment) => segment.scrapes);

describe('the timeline', () => {
  it('is 31 days long and ends now', () => {
    expect(now - (scrapes[0] ?? 0)).toBeGreaterThanOrEqual(31 * 86_400);
    expect(scrapes.at(-1)).toBe(now);
  });

  it('scrapes in order and no moment twice', () => {
    expect(scrapes.filter((at, index) => index > 0 && at <= (scrapes[index - 1] ?? 0))).toEqual([]);
  });

  it('parts at the onset', () => {
    expect(past.at(-1)?.scrapes.at(-1)).toBeLessThan(onset);
    expect(trouble(interval).scrapes[0]).toBe(onset);
    expect(recently(interval).scrapes).toEqual([...(past.at(-1)?.scrapes ?? []), ...trouble(interval).scrapes]);
  });

  it.each(past.map((segment, index) => ({ index, segment })))('segment $index gives a rate over five minutes two samples wherever a rule is evaluated, after its first minutes', ({ segment: { from, to, every, scrapes: [first = from] } }) => {
    const poor = [];
    for (let at = from; at <= to; at += every) if (at >= first + 240 && scrapes.filter((scrape) => scrape > at - 300 && scrape <= at).length < 2) poor.push(at);
    expect(poor).toEqual([]);
  });

  it('gives the shortest window of a panel two samples at every step of the last three hours', () => {
    const poor = [];
    for (let at = now - 3 * 3_600; at <= now; at += interval) if (scrapes.filter((scrape) => scrape > at - 4 * interval && scrape <= at).length < 2) poor.push(at);
    expect(poor).toEqual([]);
  });
});
