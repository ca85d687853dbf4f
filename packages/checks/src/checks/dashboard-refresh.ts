import { durationMs, metricsRead } from '@bud-o11y/model';
import { dashboardCheck } from '../panel-check.ts';
import { stringsOf, textOf } from '../json-view.ts';

/** No answer changes faster. */
const shortest = '30s';
/** Questions about days are not asked every minute. */
const shortestAudit = '5m';

/** A dashboard asks again no more often than the fastest of its recordings is written; one about an audit, seldom or never. */
export const dashboardRefresh = dashboardCheck({
  id: 'dashboard-refresh',
  severity: 'warning',
  why: 'a faster refresh loads the stores and shows the same samples again',
  *run({ artifact, json }, { recordings }) {
    const refresh = json['refresh'] === false ? '' : textOf(json['refresh']);
    if (refresh === '') return;
    const groups = artifact.queries.flatMap(({ query }) => metricsRead(query)).flatMap((series) => recordings.of(series)).map(({ group }) => group.interval);
    const [fastest = shortest] = groups.toSorted((a, b) => milliseconds(a) - milliseconds(b));
    const least = stringsOf(json['tags']).includes('audit') ? shortestAudit : shortest;
    const floor = milliseconds(fastest) > milliseconds(least) ? fastest : least;
    if (milliseconds(refresh) < milliseconds(floor)) yield { at: 'refresh', what: `asks again every ${refresh}, and what it reads is worth asking every ${floor}`, fix: `set refresh to ${floor} or longer` };
  },
});

function milliseconds(duration: string): number {
  return durationMs(duration) ?? 0;
}
