import type { Environment, TeamName } from '@bud-o11y/model';

/** Names of the time intervals that routes refer to. */
export type TimeIntervalName = 'business-hours' | `business-hours-${TeamName}`;

interface TimeInterval {
  readonly name: TimeIntervalName;
  readonly time_intervals: readonly unknown[];
}

/** The teams that keep hours of their own, in the order of the environment's file. */
export function teamsWithHours({ receivers }: Environment): readonly TeamName[] {
  return Object.keys(receivers.teamHours) as readonly TeamName[];
}

/** `next business day` (document 6.1): when P3 may notify. The location is an IANA name, so summer time is taken care of. */
export function timeIntervals(environment: Environment): readonly TimeInterval[] {
  const { businessHours, teamHours } = environment.receivers;
  return [
    interval('business-hours', businessHours),
    ...teamsWithHours(environment).map((team) => interval(`business-hours-${team}`, teamHours[team] ?? businessHours)),
  ];
}

function interval(name: TimeIntervalName, { start, end, timeZone }: Environment['receivers']['businessHours']): TimeInterval {
  return { name, time_intervals: [{ weekdays: ['monday:friday'], times: [{ start_time: start, end_time: end }], location: timeZone }] };
}
