import { describe, expect, it } from '@jest/globals';
import { flushes } from './flushes.ts';

describe('flushes', () => {
  it('waits for what this turn of the event loop still does, and for no later turn', async () => {
    const flushed = flushes();
    const done: string[] = [];
    const waits = [1, 2].map(async (number) => {
      await flushed();
      done.push(`flushed ${number}`);
    });
    const later = new Promise<void>((resolve) => void setImmediate(() => setImmediate(() => void (done.push('later turn'), resolve()))));
    process.nextTick(() => done.push('tick'));
    void Promise.resolve().then(() => done.push('microtask'));
    await Promise.all([...waits, later]);
    expect(done.indexOf('flushed 1')).toBeGreaterThan(Math.max(done.indexOf('tick'), done.indexOf('microtask')));
    expect(done.at(-1)).toBe('later turn');
  });

  it('can be waited for again', async () => {
    const flushed = flushes();
    await flushed();
    let ticked = false;
    process.nextTick(() => {
      ticked = true;
    });
    await flushed();
    expect(ticked).toBe(true);
  });
});
