import type { Environment } from '@bud-o11y/model';

/** Names of the time intervals that routes refer to. */
export type TimeIntervalName = 'business-hours';

/** `next business day` (document 6.1): when P3 may notify. The location is an IANA name, so summer time is taken care of. */
export function timeIntervals(environment: Environment): readonly { readonly name: TimeIntervalName; readonly time_intervals: readonly unknown[] }[] {
  const { start, end, timeZone } = environment.receivers.businessHours;
  return [{
    name: 'business-hours',
    time_intervals: [{ weekdays: ['monday:friday'], times: [{ start_time: start, end_time: end }], location: timeZone }],
  }];
}
