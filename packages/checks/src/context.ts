import type { Bundle, Environment } from '@bud-o11y/model';
import { type DashboardView, viewDashboard } from './dashboard-view.ts';
import { type SeriesLabels, seriesLabels } from './series-labels.ts';
import { type Route, readRoutes } from './routing.ts';
import { type RuleUse, rulesOf } from './rule-use.ts';

/** What the checks read: the bundle, its environment, and the views of it that several of them need. */
export interface CheckContext {
  readonly bundle: Bundle;
  readonly environment: Environment;
  /** Every environment whose file is valid, this one among them. */
  readonly environments: readonly Environment[];
  readonly dashboards: readonly DashboardView[];
  readonly rules: readonly RuleUse[];
  readonly alerts: readonly RuleUse[];
  /** Root of the routing tree; undefined when the bundle has no Alertmanager configuration. */
  readonly routes: Route | undefined;
  readonly series: SeriesLabels;
}

/** Reads a bundle once for all checks. */
export function makeContext(bundle: Bundle, environment: Environment, environments: readonly Environment[]): CheckContext {
  const rules = rulesOf(bundle);
  const alertmanager = bundle.artifacts.find((artifact) => artifact.kind === 'alertmanager');
  return {
    bundle,
    environment,
    environments,
    dashboards: bundle.artifacts.filter((artifact) => artifact.kind === 'dashboard').map(viewDashboard),
    rules,
    alerts: rules.filter(({ rule }) => rule.alert !== undefined),
    routes: alertmanager === undefined ? undefined : readRoutes(alertmanager.data),
    series: seriesLabels(rules),
  };
}
