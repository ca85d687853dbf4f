import type { Duration, Hole } from '@bud-o11y/model';
import type { InputLines } from './log-lines.ts';

/** Samples of one series, in promtool's notation: `0+60x30` is 31 samples, one a step (a minute), rising by 60. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** One alert that must be firing: the labels that its expression yields, and the value that its texts show. */
export interface ExpectedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface CaseOf {
  readonly name: string;
  readonly at: Duration;
  readonly quietAt?: Duration;
  readonly alerts: readonly ExpectedAlert[];
}

/** What a metric alert makes of some samples at one moment. `quietAt` is an earlier moment at which nothing may fire yet. */
export interface MetricCase extends CaseOf {
  readonly series: readonly InputSeries[];
  /** How far apart samples and evaluations are; a minute when left out. Days are told in longer steps: no run should take minutes. */
  readonly step?: Duration;
}

/** What a log alert makes of some lines at one moment. */
export interface LogCase extends CaseOf {
  readonly lines: readonly InputLines[];
}

export type AlertCase = MetricCase | LogCase;

/** Samples of a series of the catalog, one a step of the case. */
export function samples(series: Hole, values: string): InputSeries {
  return { series: series.text, values };
}

/** A case in which exactly the given alerts fire at `at`, and none at `quietAt`: the edge that `for` makes. */
export function fires(name: string, given: Omit<MetricCase, 'name'>): MetricCase;
export function fires(name: string, given: Omit<LogCase, 'name'>): LogCase;
export function fires(name: string, given: Omit<MetricCase, 'name'> | Omit<LogCase, 'name'>): AlertCase {
  return { name, ...given };
}

/**
 * A case in which nothing fires, with data for every series that the alert reads. It differs from a firing case of the
 * same alert in one aspect alone: otherwise it does not say what keeps the alert quiet.
 */
export function quiet(name: string, given: Pick<MetricCase, 'series' | 'at' | 'step'>): MetricCase;
export function quiet(name: string, given: Pick<LogCase, 'lines' | 'at'>): LogCase;
export function quiet(name: string, given: Pick<MetricCase, 'series' | 'at' | 'step'> | Pick<LogCase, 'lines' | 'at'>): AlertCase {
  return { name, ...given, alerts: [] };
}

/** The cases of an alert that the real promtool runs. */
export function metricCases({ tests = [] }: { readonly tests?: readonly AlertCase[] }): readonly MetricCase[] {
  return tests.filter((entry) => 'series' in entry);
}

/** The cases of an alert whose input is log lines. */
export function logCases({ tests = [] }: { readonly tests?: readonly AlertCase[] }): readonly LogCase[] {
  return tests.filter((entry) => 'lines' in entry);
}
