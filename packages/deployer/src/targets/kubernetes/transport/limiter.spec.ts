import { describe, expect, it } from '@jest/globals';
import { type TestClock, testClock } from './fixtures/clock.ts';
import { adaptiveLimiter, type Ending, type Limiter, type Permit } from './limiter.ts';

/** Lets `count` requests pass, one after another on each place; with `limit` places taken each takes `takes(limit)` ms. */
async function load(limiter: Limiter, clock: TestClock, count: number, takes: (limit: number) => number, ending: Ending = 'succeeded'): Promise<void> {
  const running: { readonly ends: number; readonly permit: Permit }[] = [];
  for (let left = count; left > 0; left -= 1) {
    const duration = takes(limiter.limit);
    while (running.length < limiter.limit) running.push({ permit: await limiter.enter(), ends: clock.now() + (duration * (running.length + 1)) / limiter.limit });
    running.sort((a, b) => a.ends - b.ends);
    const next = running.shift();
    if (next === undefined) return;
    clock.advance(Math.max(0, next.ends - clock.now()));
    next.permit.leave(ending, true);
    if (running.length < limiter.limit) running.push({ permit: await limiter.enter(), ends: clock.now() + duration });
  }
  for (const { permit } of running) permit.leave('failed', true);
}

describe('adaptiveLimiter', () => {
  it('starts with 8 and holds the ninth back until one leaves', async () => {
    const limiter = adaptiveLimiter(testClock());
    const permits = await Promise.all(Array.from({ length: 8 }, async () => await limiter.enter()));
    let entered = false;
    const ninth = limiter.enter().then(() => (entered = true));
    await new Promise(setImmediate);
    expect(entered).toBe(false);
    permits[0]?.leave('succeeded', true);
    await ninth;
    expect(entered).toBe(true);
  });

  it('grows to 32 while more at once means more throughput', async () => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    await load(limiter, clock, 5000, () => 10);
    expect(limiter.limit).toBeGreaterThanOrEqual(28);
    await load(limiter, clock, 5000, () => 10);
    expect(limiter.limit).toBeLessThanOrEqual(32);
  });

  it('does not grow where more at once only means slower', async () => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    await load(limiter, clock, 5000, (limit) => limit * 10);
    expect(limiter.limit).toBeLessThan(12);
  });

  it('does not grow when nobody waits', async () => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    for (let request = 0; request < 500; request += 1) {
      const permit = await limiter.enter();
      clock.advance(1);
      permit.leave('succeeded', true);
    }
    expect(limiter.limit).toBe(8);
  });

  it('row 10: halves once for a bad moment, however many met it, and again for the next', async () => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    const permits = await Promise.all(Array.from({ length: 8 }, async () => await limiter.enter()));
    clock.advance(5);
    for (const permit of permits) permit.leave('throttled', true);
    expect(limiter.limit).toBe(4);
    clock.advance(5);
    await load(limiter, clock, 1, () => 5, 'throttled');
    expect(limiter.limit).toBe(2);
  });

  it('never goes below one', async () => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    for (let bad = 0; bad < 10; bad += 1) {
      clock.advance(5);
      await load(limiter, clock, 1, () => 5, 'throttled');
    }
    expect(limiter.limit).toBe(1);
  });

  it('halves when writes become more than four times as slow', async () => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    await load(limiter, clock, 50, () => 40);
    const before = limiter.limit;
    await load(limiter, clock, 60, () => 200);
    expect(limiter.limit).toBeLessThanOrEqual(before / 2);
  });

  it.each([
    ['absent', false, 980],
    ['present', true, 0],
  ])('50 requests per second where the mark of flow control is %s', async (_, present, wanted) => {
    const clock = testClock();
    const limiter = adaptiveLimiter(clock);
    limiter.sawFlowControl(present);
    for (let request = 0; request < 50; request += 1) (await limiter.enter()).leave('succeeded', true);
    expect(clock.now()).toBe(wanted);
  });

  it('a waiting request can be cancelled, and takes no place', async () => {
    const limiter = adaptiveLimiter(testClock());
    const permits = await Promise.all(Array.from({ length: 8 }, async () => await limiter.enter()));
    const stop = new AbortController();
    const waiting = limiter.enter(stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    for (const permit of permits) permit.leave('failed', true);
    expect(await Promise.all(Array.from({ length: 8 }, async () => await limiter.enter()))).toHaveLength(8);
  });

  it('a signal that is aborted after its request entered takes nobody’s turn away', async () => {
    const limiter = adaptiveLimiter(testClock());
    const permits = await Promise.all(Array.from({ length: 8 }, async () => await limiter.enter()));
    const stop = new AbortController();
    const [one, two] = [limiter.enter(stop.signal), limiter.enter()];
    permits[0]?.leave('failed', true);
    await one;
    stop.abort();
    permits[1]?.leave('failed', true);
    await two;
  });
});
