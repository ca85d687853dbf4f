import { AppError, durationMs } from '@bud-o11y/model';

const [shortestMs, longestMs] = [1_000, 24 * 3_600_000];

/**
 * The milliseconds of what was given as `--timeout`; undefined when nothing was.
 * @throws AppError `usage` for what is no duration, or one that nobody can mean: with none at all every object fails.
 */
export function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = durationMs(text);
  if (ms !== undefined && ms >= shortestMs && ms <= longestMs) return ms;
  throw new AppError('usage', `--timeout ${text} is ${ms === undefined ? 'no duration' : ms < shortestMs ? 'shorter than a second' : 'longer than a day'}`, { fix: 'write one from 1s to 24h, as 90s, 5m or 1h' });
}
