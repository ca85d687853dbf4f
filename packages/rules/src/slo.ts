import { type Hole, type Labels, type Matchers, type Query, type Slo, promql } from '@bud-o11y/model';
import { declarationProblem, strangers } from './problems.ts';
import { type Recorded, record } from './recording.ts';

/**
 * Windows of a ratio beside the recorded 5 minutes, as the SRE workbook pairs them for objectives over 30 days: the short
 * and long window of each burn rate, and the objective's own.
 */
export const sloWindows = ['30m', '1h', '2h', '6h', '1d', '3d', '30d'] as const;
export type SloWindow = (typeof sloWindows)[number];

/** What an objective counts: bad and all events as rates over 5 minutes, and the ratio of the two over every window. */
export interface Indicator<L extends Labels = Labels> {
  /** Labels that tell apart what is judged separately. */
  readonly groupBy: L;
  /** All events, as a rate over 5 minutes. */
  readonly total: Recorded<L>;
  readonly ratios: Readonly<Record<'5m' | SloWindow, Recorded<L>>>;
}

interface IndicatorInput<L extends Labels> {
  /** Middle part of the recordings' names: `inference_errors`. */
  readonly name: string;
  /** What is bad, as the help of the recordings says it: `inference requests that failed`. */
  readonly help: string;
  readonly groupBy: L;
  readonly bad: Recorded<L>;
  readonly total: Recorded<L>;
  /** The ratio over 5 minutes, which has readers of its own and is recorded with them. */
  readonly ratio: Recorded<L>;
}

const indicatorKeys = Object.keys({ name: true, help: true, groupBy: true, bad: true, total: true, ratio: true } satisfies Readonly<Record<keyof IndicatorInput<Labels>, true>>);

/** Records the ratio of an indicator over every window. */
export function indicator<const L extends Labels>(input: IndicatorInput<L>): Indicator<L> {
  const { name, help, groupBy, bad, total, ratio } = input;
  const faults = strangers(input, indicatorKeys, `the indicator ${name}`);
  const over = (window: SloWindow): Recorded<L> => record({
    name: `${Object.keys(groupBy).join('_')}:${name}:ratio_rate${window}`, unit: 'ratio', help: `share of ${help} in the last ${window}`,
    keeps: groupBy,
    // Traffic-weighted: the ratio of two integrals, so that a quiet night does not weigh as much as a busy noon.
    expr: promql`sum_over_time(${bad}[${window}]) / (sum_over_time(${total}[${window}]) > 0)`,
    // Told once, by the first of the windows.
  }, window === sloWindows[0] ? faults : []);
  const ratios = Object.fromEntries(sloWindows.map((window) => [window, over(window)])) as Record<SloWindow, Recorded<L>>;
  return { groupBy, total, ratios: { '5m': ratio, ...ratios } };
}

/** An objective over an indicator, and every number that alerts and dashboards need of it. */
export interface ServiceLevel<Id extends string = string> extends Slo {
  readonly id: Id;
  /** Share of events that may be bad, 0..1. */
  readonly budget: number;
  readonly groupBy: readonly string[];
  /** The ratio over a window, of what the objective is about. */
  ratio(window: '5m' | SloWindow): Hole & { readonly metric: string };
  /** All events of the indicator, as a rate over 5 minutes: of everything that it covers. */
  readonly total: Hole & { readonly metric: string };
  /** A ratio or the total without the objective's own matcher: by labels of `groupBy`, or of everything that the indicator covers. */
  series(of: 'total' | '5m' | SloWindow, labels: Readonly<Record<string, string>>): Hole;
  /** What is left of the budget over the objective's window: 1 = untouched, 0 = spent, below 0 = overspent. */
  readonly remaining: Query;
}

const sloKeys = Object.keys({ id: true, service: true, objective: true, window: true, indicator: true, sli: true, only: true } satisfies Readonly<Record<keyof Slo | 'sli' | 'only', true>>);

/** An objective; `only` picks what it is about where an indicator covers more. Its alerts are made from it in `alerts`. */
export function slo<const Id extends string, const L extends Labels>(input: Slo & { readonly id: Id; readonly sli: Indicator<L>; readonly only?: Matchers<L> }): ServiceLevel<Id> {
  const { sli, only, ...objective } = input;
  const budget = Number((1 - objective.objective).toFixed(6));
  const ratio = (window: '5m' | SloWindow): Hole & { readonly metric: string } => {
    const series = sli.ratios[window];
    return only === undefined ? series : { ...series(only), metric: series.metric };
  };
  const remaining = promql`1 - ${ratio(objective.window as SloWindow)} / ${budget}`;
  const strange = strangers(input, sloKeys, `the objective ${input.id}`).map((fault) => declarationProblem('packages/rules/src/slos.ts', input.id, fault));
  return {
    ...objective,
    budget,
    groupBy: Object.keys(sli.groupBy),
    ratio,
    total: sli.total,
    series: (of, labels) => (of === 'total' ? sli.total : sli.ratios[of])(labels as Matchers<L>),
    remaining: { ...remaining, problems: [...remaining.problems, ...strange] },
  };
}

/** How many times faster than allowed a budget is spent over two windows: the long one shows that it matters, the short one that it goes on. */
export interface Burn {
  readonly long: SloWindow;
  readonly short: '5m' | SloWindow;
  /** 1 spends exactly the budget in the objective's window. */
  readonly factor: number;
}

/** Burn rates of a 30-day window, as the workbook has them: 2% of the budget in an hour or 5% in six are paged for, 10% in a day or in three is a ticket. */
export const burns = {
  page: [{ long: '1h', short: '5m', factor: 14.4 }, { long: '6h', short: '30m', factor: 6 }],
  ticket: [{ long: '1d', short: '2h', factor: 3 }, { long: '3d', short: '6h', factor: 1 }],
} as const satisfies Readonly<Record<string, readonly [Burn, Burn]>>;

/** The ratio of bad events at which a budget is spent `factor` times as fast as it may be. */
export function burnLimit({ objective }: Pick<Slo, 'objective'>, factor: number): number {
  return Number((factor * (1 - objective)).toFixed(9));
}
