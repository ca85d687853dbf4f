import { type LabelSpec, type Metric, type Problem, type Query, type Slo, promql } from '@bud-o11y/model';

/** Two windows and how many times faster than allowed the budget may be spent over both of them. */
export interface BurnCondition {
  readonly long: Metric<{ readonly endpoint: LabelSpec }>;
  readonly short: Metric<{ readonly endpoint: LabelSpec }>;
  /** 1 spends exactly the budget in the objective's window. */
  readonly factor: number;
}

/**
 * The multi-window, multi-burn-rate condition of the SRE workbook: the long window shows that enough budget is gone to
 * matter, the short one that it is still being spent. The value is the long window's ratio.
 * A factor that asks for more than all requests to be bad is a problem of the query: such an alert could never fire.
 */
export function isBurning(objective: Pick<Slo, 'id' | 'objective'>, first: BurnCondition, second: BurnCondition): Query {
  const query = promql`
    (
      ${burn(objective, first)}
    )
    or
    (
      ${burn(objective, second)}
    )
  `;
  const unreachable = [first, second].filter(({ factor }) => burnLimit(objective, factor) >= 1);
  return { ...query, problems: [...query.problems, ...unreachable.map(({ factor }) => neverBurns(objective, factor))] };
}

function burn(objective: Pick<Slo, 'objective'>, { long, short, factor }: BurnCondition): Query {
  const limit = burnLimit(objective, factor);
  return promql`${long} > ${limit} and ${short} > ${limit}`;
}

/** The ratio of bad events at which the budget is spent `factor` times as fast as it may be. */
export function burnLimit({ objective }: Pick<Slo, 'objective'>, factor: number): number {
  return Number((factor * (1 - objective)).toFixed(9));
}

function neverBurns(objective: Pick<Slo, 'id' | 'objective'>, factor: number): Problem {
  return {
    code: 'alerts-burn-rate',
    severity: 'error',
    where: { path: objective.id },
    what: `a burn rate of ${factor} under ${objective.id} needs a ratio of ${burnLimit(objective, factor)}`,
    why: 'a ratio never exceeds 1, so the condition can never hold and the alert is silent for ever',
    fix: `use a factor below ${Number((1 / (1 - objective.objective)).toFixed(3))}, or a stricter objective`,
  };
}

/** Burn rates of a 30-day window, as the workbook has them: 2% of the budget in an hour, 5% in six hours, 10% in a day, 10% in three days. */
export const burnRates = { hour: 14.4, sixHours: 6, day: 3, threeDays: 1 } as const;
