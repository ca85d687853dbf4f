import type { Bundle, Environment, Problem } from '@bud-o11y/model';
import { alertMissingRunbook } from './checks/alert-missing-runbook.ts';
import { alertTemplate } from './checks/alert-template.ts';
import { alertUnknownPanel } from './checks/alert-unknown-panel.ts';
import { alertWithoutRoute } from './checks/alert-without-route.ts';
import { artifactExampleHost } from './checks/artifact-example-host.ts';
import { artifactPathCase } from './checks/artifact-path-case.ts';
import { artifactPlaceholder } from './checks/artifact-placeholder.ts';
import { artifactSize } from './checks/artifact-size.ts';
import { dashboardDatasource } from './checks/dashboard-datasource.ts';
import { dashboardDuplicate } from './checks/dashboard-duplicate.ts';
import { dashboardGrid } from './checks/dashboard-grid.ts';
import { dashboardLinkTarget } from './checks/dashboard-link-target.ts';
import { dashboardMissingPanelKey } from './checks/dashboard-missing-panel-key.ts';
import { dashboardUndefinedVariable } from './checks/dashboard-undefined-variable.ts';
import { dashboardUnusedVariable } from './checks/dashboard-unused-variable.ts';
import { environmentParity } from './checks/environment-parity.ts';
import { environmentSharedCluster } from './checks/environment-shared-cluster.ts';
import { environmentSharedStore } from './checks/environment-shared-store.ts';
import { queryUnknownLabel } from './checks/query-unknown-label.ts';
import { queryUnknownMetric } from './checks/query-unknown-metric.ts';
import { queryUntracked } from './checks/query-untracked.ts';
import { retentionQueryWindow } from './checks/retention-query-window.ts';
import { retentionSloWindow } from './checks/retention-slo-window.ts';
import { routingMatcher } from './checks/routing-matcher.ts';
import { routingSeverityWithoutReceiver } from './checks/routing-severity-without-receiver.ts';
import { routingUndefinedReceiver } from './checks/routing-undefined-receiver.ts';
import { rulesDuplicate } from './checks/rules-duplicate.ts';
import { rulesEvaluatorLanguage } from './checks/rules-evaluator-language.ts';
import { rulesGroupLimit } from './checks/rules-group-limit.ts';
import { makeContext } from './context.ts';
import { run, validEnvironments } from './run.ts';
import { suppressions } from './suppressions.ts';

export type { Check, Finding } from './check.ts';
export { type Route, allRoutes, deliveries, readRoutes, receiverIntegrations } from './routing.ts';
export { type Suppression, suppressions } from './suppressions.ts';

/** Every check, in id order. One file each under checks/, one page each under docs/checks. */
export const checks = [
  alertMissingRunbook,
  alertTemplate,
  alertUnknownPanel,
  alertWithoutRoute,
  artifactExampleHost,
  artifactPathCase,
  artifactPlaceholder,
  artifactSize,
  dashboardDatasource,
  dashboardDuplicate,
  dashboardGrid,
  dashboardLinkTarget,
  dashboardMissingPanelKey,
  dashboardUndefinedVariable,
  dashboardUnusedVariable,
  environmentParity,
  environmentSharedCluster,
  environmentSharedStore,
  queryUnknownLabel,
  queryUnknownMetric,
  queryUntracked,
  retentionQueryWindow,
  retentionSloWindow,
  routingMatcher,
  routingSeverityWithoutReceiver,
  routingUndefinedReceiver,
  rulesDuplicate,
  rulesEvaluatorLanguage,
  rulesGroupLimit,
] as const;

export type CheckId = (typeof checks)[number]['id'];

/** What the checks are told beside the bundle. */
export interface CheckOptions {
  /** `YYYY-MM-DD`: decides which suppressions have expired. */
  readonly today: string;
}

/**
 * Everything that is wrong with the bundle of one environment, sorted: what its artifacts carry from their making, and what the checks find.
 * Pure and offline: the same bundle, environment and day give the same list.
 */
export function runChecks(bundle: Bundle, environment: Environment, { today }: CheckOptions): readonly Problem[] {
  return run(makeContext(bundle, environment, validEnvironments()), { checks, suppressions, today });
}
