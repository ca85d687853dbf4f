import { durationMs } from '@bud-o11y/model';

/** What a panel asks for: a span that ends now, and how finely, in seconds. */
export interface PanelTime {
  readonly from: number;
  readonly to: number;
  /** `$__interval`, and the step of a range query. */
  readonly interval: number;
  readonly rateInterval: number;
}

/** Pixels of a dashboard's whole width on a common screen; a panel asks for one point per pixel. */
const dashboardPixels = 1_400;

/** Intervals that Grafana rounds to: from the first limit that the exact one does not exceed (its `intervalv2`). */
const rounding: readonly (readonly [limit: number, rounded: number])[] = [
  [1.5, 1], [3.5, 2], [7.5, 5], [12.5, 10], [17.5, 15], [25, 20], [45, 30], [90, 60], [210, 120], [450, 300], [750, 600], [1_050, 900], [1_500, 1_200],
  [2_700, 1_800], [5_400, 3_600], [9_000, 7_200], [16_200, 10_800], [32_400, 21_600], [86_400, 43_200], [Number.POSITIVE_INFINITY, 86_400],
];

interface PanelSpan {
  /** Length of the time shown, in seconds. */
  readonly range: number;
  readonly now: number;
  /** Columns of 24 that the panel takes. */
  readonly columns: number;
  /** Shortest interval that the panel allows. */
  readonly minInterval: number;
  /** Scrape interval, as the data source knows it. */
  readonly scrapeInterval: number;
}

/** The time and interval with which Grafana runs a panel's queries; both ends lie on multiples of the interval. */
export function panelTime({ range, now, columns, minInterval, scrapeInterval }: PanelSpan): PanelTime {
  const exact = range / ((dashboardPixels * columns) / 24);
  const rounded = rounding.find(([limit]) => exact <= limit)?.[1] ?? 86_400;
  const interval = Math.max(rounded, minInterval, scrapeInterval);
  const align = (at: number): number => at - (at % interval);
  return { from: align(now - range), to: align(now), interval, rateInterval: Math.max(interval + scrapeInterval, 4 * scrapeInterval) };
}

/** Length of a relative time such as `now-3h` or `30d`, in seconds. @throws RangeError for any other text. */
export function spanOf(text: string): number {
  const milliseconds = durationMs(text.replace(/^now-/, ''));
  if (milliseconds === undefined) throw new RangeError(`${text} is not a relative time such as now-3h`);
  return milliseconds / 1_000;
}
