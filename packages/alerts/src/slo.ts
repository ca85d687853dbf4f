import { type Duration, type Problem, type Query, type ServiceName, durationMs, promql, services, type slos } from '@bud-o11y/model';
import { type Burn, type ServiceLevel, type SloWindow, burnLimit, burns } from '@bud-o11y/rules';
import { type Alert, type AlertInput, alert } from './alert.ts';
import { burnCases } from './slo-cases.ts';
import { hasTraffic } from './traffic.ts';

type SloId = (typeof slos)[keyof typeof slos]['id'];

/** How fast a budget is spent: fast enough to wake somebody, or to be looked into while there is time. */
export type Pace = keyof typeof burns;

const urgency = {
  page: { severity: 'critical', hold: '2m' },
  ticket: { severity: 'warning', hold: '10m' },
} as const satisfies Readonly<Record<Pace, { readonly severity: 'critical' | 'warning'; readonly hold: Duration }>>;

/** What the file of a burn-rate alert says itself; everything else follows from the objective and the pace. */
export interface BurnAlertInput<Id extends string> extends Pick<AlertInput<Id>, 'id' | 'summary' | 'description' | 'panel' | 'panelVariables' | 'tests'> {
  readonly slo: ServiceLevel<SloId> & { readonly service: ServiceName };
  readonly pace: Pace;
  /** Labels of one series of the objective, for the cases that every burn-rate alert gets. */
  readonly example: Readonly<Record<string, string>>;
}

/** The alert on an objective whose budget is spent too fast: group, labels, condition and cases follow from the objective. */
export function burnAlert<const Id extends string>({ slo, pace, example, tests = [], ...said }: BurnAlertInput<Id>): Alert<Id> {
  const { severity, hold } = urgency[pace];
  return alert({
    ...said,
    area: 'slo',
    group: `slo-${slo.id}`,
    severity,
    team: services[slo.service].team,
    service: slo.service,
    labels: { slo: slo.id },
    expr: isBurning(slo, pace),
    for: hold,
    shownAfter: shownAfter(slo, burns[pace]),
    tests: [...tests, ...burnCases(slo, pace, (durationMs(hold) ?? 0) / 60_000, example)],
  });
}

/** What a condition reads of an objective. */
type Judged = Pick<ServiceLevel, 'id' | 'objective' | 'ratio' | 'series' | 'total'>;

/**
 * The multi-window, multi-burn-rate condition of the SRE workbook: the long window shows that enough budget is gone to
 * matter, the short one that it is still being spent. The value is the long window's ratio. Nobody is woken by a ratio of a
 * few events: a page wants traffic in the long window, below which the ticket alone judges (content 2.1).
 * A factor that asks for more than all events to be bad is a problem of the query: such an alert could never fire.
 */
export function isBurning(slo: Judged, pace: Pace): Query {
  const pairs: readonly [Burn, Burn] = burns[pace];
  const [first, second] = pairs.map((pair) => burn(slo, pair, pace)) as [Query, Query];
  const query = promql`
    (
      ${first}
    )
    or
    (
      ${second}
    )
  `;
  const unreachable = pairs.filter(({ factor }) => burnLimit(slo, factor) >= 1);
  return { ...query, problems: [...query.problems, ...unreachable.map(({ factor }) => neverBurns(slo, factor))] };
}

function burn(slo: Judged, { long, short, factor }: Burn, pace: Pace): Query {
  const limit = burnLimit(slo, factor);
  // What the objective is about is said once: the others are joined to it by all of their labels.
  const burning = promql`${slo.ratio(long)} > ${limit} and ${slo.series(short, {})} > ${limit}`;
  return pace === 'page' ? promql`${burning} and ${hasTraffic(slo.total, long)}` : burning;
}

/** How long a complete outage lasts before the windows show it: the share of the long window that the limit asks for, of the faster pair. */
export function shownAfter(slo: Pick<ServiceLevel, 'objective'>, pairs: readonly Burn[]): Duration {
  const windowMs = (window: SloWindow): number => durationMs(window) ?? Number.NaN;
  return `${Math.ceil(Math.min(...pairs.map(({ long, factor }) => windowMs(long) * burnLimit(slo, factor))) / 1_000)}s`;
}

function neverBurns(slo: Pick<Judged, 'id' | 'objective'>, factor: number): Problem {
  return {
    code: 'alerts-burn-rate',
    severity: 'error',
    where: { file: 'packages/model/src/catalog/slos.ts', path: slo.id },
    what: `a burn rate of ${factor} under ${slo.id} needs a ratio of ${burnLimit(slo, factor)}`,
    why: 'a ratio never exceeds 1, so the condition can never hold and the alert is silent for ever',
    fix: `use a factor below ${Number((1 / (1 - slo.objective)).toFixed(3))}, or a stricter objective`,
  };
}
