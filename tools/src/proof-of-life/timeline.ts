/** Part of the time for which telemetry is made. Every time here is in seconds: Unix time, or a length. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Moments at which sources are scraped, in order. */
  readonly scrapes: readonly number[];
  /** Rules are evaluated at `from`, `from + every`, … `to`; a group's own interval counts where it is longer. */
  readonly every: number;
}

const day = 86_400;
const hour = 3_600;
const week = 7 * day;

/** The moment that every dashboard is looked at. Fixed, so that two runs give the same samples and the same answers. */
export const now = Date.UTC(2026, 0, 31, 12) / 1_000;

/** When the trouble of a scenario begins: long enough ago for every `for`, and for half of an hour's window to show it. */
export const onset = now - 2_700;

/** What dashboards look back at when they open, and as much again as the windows at its begin reach. */
const recent = 3 * hour + 1_800;
const historyEvery = 3 * hour;
/** Scrapes of the history: two in five minutes, since a rate needs two. */
const pair = 240;

/**
 * 31 days until the trouble begins: the history in pairs of scrapes every three hours; the same hours a week ago, for
 * comparisons; and what is recent. The last hours are denser and so weigh more in a sum over days than they would: ratios
 * that never change are right, a burst counts for too much.
 */
export function history(scrapeInterval: number): readonly Segment[] {
  const recentFrom = now - recent;
  const moments = steps(now - 31 * day, recentFrom - hour, historyEvery);
  return [
    sparse(moments.filter((at) => at < recentFrom - week - hour)),
    dense(recentFrom - week, now - week, 120, 120),
    sparse(moments.filter((at) => at - pair > now - week)),
    dense(recentFrom, onset - recentEvery(scrapeInterval), recentEvery(scrapeInterval), scrapeInterval),
  ];
}

/** From the moment at which the scenarios part. */
export function trouble(scrapeInterval: number): Segment {
  return dense(onset, now, recentEvery(scrapeInterval), scrapeInterval);
}

/** What is recent, before and after the onset, as one. */
export function recently(scrapeInterval: number): Segment {
  return dense(now - recent, now, recentEvery(scrapeInterval), scrapeInterval);
}

/** Every second scrape: a rate over four intervals, the shortest that Grafana asks for, still finds two. */
function recentEvery(scrapeInterval: number): number {
  return 2 * scrapeInterval;
}

function sparse(moments: readonly number[]): Segment {
  return { from: moments[0] ?? 0, to: moments.at(-1) ?? 0, scrapes: moments.flatMap((at) => [at - pair, at]), every: historyEvery };
}

function dense(from: number, to: number, scrapeEvery: number, every: number): Segment {
  return { from, to, scrapes: steps(from, to, scrapeEvery), every };
}

function steps(from: number, to: number, every: number): readonly number[] {
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
}
