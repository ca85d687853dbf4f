import type { Duration, Hole } from '@bud-o11y/model';

/** Samples of one series, in promtool's notation: `0+60x30` is 31 samples, one a minute, rising by 60. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** One alert that must be firing: the labels that its expression yields, and the value that its texts show. */
export interface ExpectedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What an alert makes of some samples at one moment. `quietAt` is an earlier moment at which nothing may fire yet. */
export interface AlertCase {
  readonly name: string;
  readonly series: readonly InputSeries[];
  readonly at: Duration;
  readonly quietAt?: Duration;
  readonly alerts: readonly ExpectedAlert[];
}

/** Samples of a series of the catalog, one a minute. */
export function samples(series: Hole, values: string): InputSeries {
  return { series: series.text, values };
}

/** A case in which exactly the given alerts fire at `at`, and none at `quietAt`: the edge that `for` makes. */
export function fires(name: string, given: Omit<AlertCase, 'name'>): AlertCase {
  return { name, ...given };
}

/** A case in which nothing fires, with data for every series that the alert reads. */
export function quiet(name: string, given: Pick<AlertCase, 'series' | 'at'>): AlertCase {
  return { name, ...given, alerts: [] };
}
