import { describe, expect, it } from '@jest/globals';
import { lines, logEntries } from './log-lines.ts';

describe('logEntries', () => {
  it('writes every line out, the streams mixed in the order of time', () => {
    const entries = logEntries([
      lines({ app: 'budapp', level: 'error' }, { event: 'login_failed', duration_ms: 5 }, { from: '10s', every: '1m', count: 2 }),
      lines({ app: 'budsim' }, 'no JSON', { from: '500ms', every: '90s', count: 1 }),
    ]);
    expect(entries).toEqual([
      { atMs: 500, stream: { app: 'budsim' }, text: 'no JSON' },
      { atMs: 10_000, stream: { app: 'budapp', level: 'error' }, text: '{"event":"login_failed","duration_ms":5}' },
      { atMs: 70_000, stream: { app: 'budapp', level: 'error' }, text: '{"event":"login_failed","duration_ms":5}' },
    ]);
  });
});
