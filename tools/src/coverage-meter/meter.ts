import { type Alert, type AlertCase, logCases, metricCases } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import { oneAspect } from './aspects.ts';
import { dataMissing, notBefore } from './data-given.ts';
import { inputsOf } from './inputs.ts';

/** How many alerts have both kinds of case, and what is wrong with the cases. */
export interface CaseCoverage {
  readonly alerts: number;
  /** Alerts with a firing and a quiet case that the real promtool runs. */
  readonly promtool: number;
  /** Alerts with a firing and a quiet case that our reading of LogQL runs. */
  readonly interpreted: number;
  /** Dead-man's switches with a firing case: they fire whatever there is, so none can be quiet. */
  readonly always: number;
  /** Alerts without, each with its file and the kind that is missing. */
  readonly without: readonly string[];
  readonly faults: readonly string[];
}

/** Measures the cases of all alerts. */
export function measureCases(alerts: readonly Alert[], environment: Environment): CaseCoverage {
  const always = alerts.filter(({ severity, tests = [] }) => severity === 'none' && tests.some(firing));
  const both = (cases: readonly AlertCase[]): boolean => cases.some(firing) && cases.some((entry) => !firing(entry));
  const promtool = alerts.filter((alert) => both(metricCases(alert)));
  const interpreted = alerts.filter((alert) => both(logCases(alert)));
  const covered = new Set([...always, ...promtool, ...interpreted]);
  return {
    alerts: alerts.length,
    promtool: promtool.length,
    interpreted: interpreted.length,
    always: always.length,
    without: alerts.filter((alert) => !covered.has(alert)).map((alert) => `${alert.id} (${alert.source}): ${lacking(alert)}`),
    faults: alerts.flatMap((alert) => quietFaults(alert, environment)),
  };
}

/** Cases of both kinds have to be of one sort of input: metrics do not show what lines do. */
function lacking({ severity, tests = [] }: Alert): string {
  const kinds = [...(tests.some(firing) ? [] : ['firing']), ...(severity === 'none' || tests.some((entry) => !firing(entry)) ? [] : ['quiet'])];
  return kinds.length === 0 ? 'its firing and quiet cases have different sorts of input' : kinds.map((kind) => `no ${kind} case`).join(', ');
}

function firing(entry: AlertCase): boolean {
  return entry.alerts.length > 0;
}

/**
 * What keeps a quiet case from saying why the alert is quiet: more than one difference from every firing case that is not
 * later than it, or data that is missing, unless that firing case lacks it too: where absence is alerted on, it does.
 */
export function quietFaults(alert: Alert, environment: Environment): readonly string[] {
  const { tests = [] } = alert;
  return tests.filter((entry) => !firing(entry)).flatMap((entry) => {
    const partner = tests.filter(firing).find((other) => notBefore(entry.at, other.at) && oneAspect(inputsOf(other), inputsOf(entry)) !== undefined);
    const lackedByBoth = partner === undefined ? [] : dataMissing(alert, partner, environment);
    const missing = dataMissing(alert, entry, environment).filter((metric) => !lackedByBoth.includes(metric)).map((metric) => `${alert.id}, "${entry.name}": no data for ${metric}, which the alert reads`);
    return partner === undefined ? [...missing, `${alert.id}, "${entry.name}": differs from every firing case in more than one aspect, or looks earlier than it`] : missing;
  });
}

/** What `npm run alert-coverage` prints. */
export function coverageText({ alerts, promtool, interpreted, always, without, faults }: CaseCoverage): string {
  const both = promtool + interpreted;
  return [
    `${alerts} alerts: ${both} with firing and quiet cases (${promtool} run by promtool, ${interpreted} by the LogQL interpreter), ${always} that always fire by design, ${without.length} without`,
    ...without.map((id) => `without: ${id}`),
    ...faults,
  ].join('\n');
}
