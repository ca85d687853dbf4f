import { type RuleGroupData, durationMs } from '@bud-o11y/model';

/** A duration divided by a factor, in whole milliseconds. @throws RangeError when that leaves a fraction, or for what is no duration. */
export function scaledDuration(text: string, factor: number): string {
  const milliseconds = (durationMs(text) ?? Number.NaN) / factor;
  if (!Number.isInteger(milliseconds)) throw new RangeError(`${text} cannot be divided by ${factor} into whole milliseconds`);
  return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
}

/** Every range, step of a subquery and offset of a PromQL text, divided. */
export function scaledQuery(text: string, factor: number): string {
  return text.replaceAll(/\[\d+[a-z]+(?::\d+[a-z]+)?\]|\boffset \d+[a-z]+/g, (part) => part.replaceAll(/\d+[a-z]+/g, (duration) => scaledDuration(duration, factor)));
}

/** A rule group that runs `factor` times as fast: interval, holds, ranges and offsets. Nothing else is touched. */
export function scaledGroup(group: RuleGroupData, factor: number): RuleGroupData {
  return {
    ...group,
    interval: scaledDuration(group.interval, factor),
    rules: group.rules.map((rule) => ({
      ...rule,
      expr: scaledQuery(rule.expr, factor),
      ...(rule.for === undefined ? {} : { for: scaledDuration(rule.for, factor) }),
      ...(rule.keep_firing_for === undefined ? {} : { keep_firing_for: scaledDuration(rule.keep_firing_for, factor) }),
    })),
  };
}

const routingDurations: ReadonlySet<string> = new Set(['resolve_timeout', 'group_wait', 'group_interval', 'repeat_interval']);

/** An Alertmanager configuration that waits and repeats `factor` times as fast. Nothing else is touched. */
export function scaledRouting(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((entry) => scaledRouting(entry, factor));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, routingDurations.has(key) ? scaledDuration(String(entry), factor) : scaledRouting(entry, factor)]));
}
