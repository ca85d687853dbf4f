import { type Bundle, type Environment, type Expression, promqlExpression, walk } from '@bud-o11y/model';
import { type DashboardView, viewDashboard } from './dashboard-view.ts';
import { type LabelSet, labelSets } from './label-sets.ts';
import { type Recordings, recordingsOf } from './recordings.ts';
import { type SeriesLabels, seriesLabels } from './series-labels.ts';
import { type Route, readRoutes } from './routing.ts';
import { type RuleUse, rulesOf } from './rule-use.ts';
import { type UnitLookup, unitLookup } from './units.ts';

/** What the checks read: the bundle, its environment, and the views of it that several of them need. */
export interface CheckContext {
  readonly bundle: Bundle;
  readonly environment: Environment;
  /** Every environment whose file is valid, this one among them. */
  readonly environments: readonly Environment[];
  readonly dashboards: readonly DashboardView[];
  readonly rules: readonly RuleUse[];
  readonly alerts: readonly RuleUse[];
  /** Every `rate(…)` of an alert, as written. */
  readonly alertRates: ReadonlySet<string>;
  /** Root of the routing tree; undefined when the bundle has no Alertmanager configuration. */
  readonly routes: Route | undefined;
  readonly series: SeriesLabels;
  readonly recordings: Recordings;
  /** Unit of a PromQL result. */
  readonly unitOf: UnitLookup;
  /** Labels that every series of a PromQL result has. */
  readonly labelsOf: (expression: Expression) => LabelSet;
}

/** Reads a bundle once for all checks. */
export function makeContext(given: Bundle, environment: Environment, environments: readonly Environment[]): CheckContext {
  const bundle = inClassic(given);
  const rules = rulesOf(bundle);
  const recordings = recordingsOf(rules);
  const alerts = rules.filter(({ rule }) => rule.alert !== undefined);
  const alertmanager = bundle.artifacts.find((artifact) => artifact.kind === 'alertmanager');
  return {
    bundle,
    environment,
    environments,
    dashboards: bundle.artifacts.filter((artifact) => artifact.kind === 'dashboard').map(viewDashboard),
    rules,
    alerts,
    alertRates: ratesOf(alerts),
    routes: alertmanager === undefined ? undefined : readRoutes(alertmanager.data),
    series: seriesLabels(rules),
    recordings,
    unitOf: unitLookup(recordings),
    labelsOf: labelSets(recordings),
  };
}

/** Checks read dashboards as classic JSON, whatever schema their files are written in. */
function inClassic(bundle: Bundle): Bundle {
  return { ...bundle, artifacts: bundle.artifacts.map((artifact) => (artifact.kind === 'dashboard' && artifact.classic !== undefined ? { ...artifact, data: artifact.classic } : artifact)) };
}

function ratesOf(alerts: readonly RuleUse[]): ReadonlySet<string> {
  const expressions = alerts.flatMap(({ artifact, rule }) => (artifact.evaluator === 'loki' ? [] : (promqlExpression(rule.expr) ?? [])));
  return new Set(expressions.flatMap((expression) => [...walk(expression)]).flatMap(({ part }) => (part.kind === 'call' && part.name === 'rate' ? [part.text] : [])));
}
