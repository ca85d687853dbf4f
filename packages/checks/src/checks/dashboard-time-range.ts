import { durationMs } from '@bud-o11y/model';
import { dashboardCheck } from '../panel-check.ts';
import { objectOf, stringsOf, textOf } from '../json-view.ts';

/** Methods whose questions are about days. */
const longLooking: ReadonlySet<string> = new Set(['slo', 'audit']);

/** A dashboard opens over a time that ends now and is at most a day long; those about objectives and audits may look further. */
export const dashboardTimeRange = dashboardCheck({
  id: 'dashboard-time-range',
  severity: 'warning',
  why: 'a wide range is slow to load and hides the minutes in which the incident began',
  *run({ json }) {
    const { from, to } = objectOf(json['time']);
    const length = /^now-(\w+)$/.exec(textOf(from))?.[1];
    const span = length === undefined ? undefined : durationMs(length);
    if (span === undefined || to !== 'now') yield { at: 'time', what: `opens over ${textOf(from) || 'nothing'} to ${textOf(to) || 'nothing'}`, fix: 'open over now-3h to now, or another time up to now' };
    else if (span > 86_400_000 && !stringsOf(json['tags']).some((tag) => longLooking.has(tag))) yield { at: 'time', what: `opens over ${length}`, fix: 'open over at most 24h' };
  },
});
