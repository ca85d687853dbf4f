import { type Duration, seconds } from '@bud-o11y/model';

/** A share (0..1) as the percentage that `sampling_percentage` wants: 0.1 is 10, 0 stays 0. Rounded to 1/10,000 of a percent. */
export function percentage(ratio: number): number {
  return Math.round(ratio * 1_000_000) / 10_000;
}

/** A duration as Go's own parser takes it: hours, minutes or seconds, since `d`, `w` and `y` are Prometheus' alone. */
export function goDuration(duration: Duration): string {
  const total = seconds(duration);
  if (total % 3_600 === 0) return `${total / 3_600}h`;
  return total % 60 === 0 ? `${total / 60}m` : `${total}s`;
}

/** Whole milliseconds of a duration. */
export function milliseconds(duration: Duration): number {
  return seconds(duration) * 1_000;
}
