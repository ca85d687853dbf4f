import { describe, expect, it } from '@jest/globals';
import { AppError } from '@bud-o11y/model';
import { testClock } from './fixtures/clock.ts';
import { retryPolicy } from './retry.ts';
import type { Failure, Outcome } from './wire.ts';

const busy: Failure = { error: new AppError('throttled', 'busy', { fix: 'wait' }), retryable: true, status: 429 };

function policy({ random = () => 0, deadline = Number.POSITIVE_INFINITY }: { readonly random?: () => number; readonly deadline?: number } = {}) {
  const clock = testClock();
  return { clock, retry: retryPolicy({ clock, random, deadline, onRetry: () => undefined }) };
}

function failing(times: number, failure: Failure = busy): () => Promise<Outcome<string>> {
  let left = times;
  return async () => ((left -= 1) >= 0 ? { failure } : { value: 'done' });
}

describe('retryPolicy', () => {
  it.each([
    ['the shortest jitter', 0, [250, 250, 250]],
    ['the longest jitter grows threefold', 0.999_999, [750, 2250, 6750]],
  ])('%s', async (_, random, wanted) => {
    const { clock, retry } = policy({ random: () => random });
    expect(await retry.run(failing(3), { idempotent: true })).toBe('done');
    expect(clock.slept.map(Math.round)).toEqual(wanted);
  });

  it('never waits longer than 30 s of its own, and never shorter than the server wishes', async () => {
    const { clock, retry } = policy({ random: () => 0.999_999 });
    await retry.run(failing(8), { idempotent: true });
    await retry.run(failing(1, { ...busy, afterMs: 90_000 }), { idempotent: true });
    expect([Math.max(...clock.slept.slice(0, -1)), clock.slept.at(-1)]).toEqual([30_000, 90_000]);
  });

  it.each([
    ['what is not idempotent', { idempotent: false }, busy],
    ['what is permanent', { idempotent: true }, { ...busy, retryable: false }],
  ])('does not repeat %s', async (_, attempts, failure) => {
    const { clock, retry } = policy();
    await expect(retry.run(failing(1, failure), attempts)).rejects.toBe(busy.error);
    expect(clock.slept).toEqual([]);
  });

  it('row 14: begins no wait that ends after the deadline, and keeps the advice of the failure', async () => {
    const { clock, retry } = policy({ deadline: 10_000 });
    await expect(retry.run(failing(1, { ...busy, afterMs: 10_001 }), { idempotent: true })).rejects.toMatchObject({ code: 'throttled', fix: 'wait', message: expect.stringMatching(/deadline/) });
    expect(clock.slept).toEqual([]);
  });

  it('shares a budget of 20 retries, or a tenth of the requests', async () => {
    const { retry } = policy();
    await retry.run(failing(20), { idempotent: true });
    await expect(retry.run(failing(1), { idempotent: true })).rejects.toMatchObject({ message: expect.stringMatching(/retry budget/) });
    for (let request = 2; request < 210; request += 1) await retry.run(failing(0), { idempotent: true });
    expect(await retry.run(failing(1), { idempotent: true })).toBe('done');
  });

  it('goes on for 20 s with what is reserved when the budget is used up, and with nothing else', async () => {
    const { clock, retry } = policy({ random: () => 0.999_999 });
    for (let request = 0; request < 4; request += 1) await retry.run(failing(5), { idempotent: true });
    const before = clock.now();
    expect(await retry.run(failing(3), { idempotent: true, reserved: true })).toBe('done');
    expect(clock.now() - before).toBeCloseTo(750 + 2250 + 6750, -1);
    await expect(retry.run(failing(1), { idempotent: true })).rejects.toMatchObject({ message: expect.stringMatching(/1 attempt: .*retry budget/) });
    await expect(retry.run(failing(4), { idempotent: true, reserved: true })).rejects.toMatchObject({ message: expect.stringMatching(/4 attempts: .*retry budget/) });
  });

  it('gives a server that never answered two retries, one that did the whole budget', async () => {
    const { error, retryable } = busy;
    const silent = policy();
    await expect(silent.retry.run(failing(3, { error, retryable }), { idempotent: true })).rejects.toMatchObject({ message: expect.stringMatching(/3 attempts.*not answered once/) });
    await silent.retry.run(failing(0), { idempotent: true });
    expect(await silent.retry.run(failing(5, { error, retryable }), { idempotent: true })).toBe('done');
  });
});
