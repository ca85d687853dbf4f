import type { Bundle, Environment, Problem } from '@bud-o11y/model';
import { alertMissingRunbook } from './checks/alert-missing-runbook.ts';
import { alertPanelSeries } from './checks/alert-panel-series.ts';
import { alertTemplate } from './checks/alert-template.ts';
import { alertUnknownPanel } from './checks/alert-unknown-panel.ts';
import { alertWithoutRoute } from './checks/alert-without-route.ts';
import { artifactExampleHost } from './checks/artifact-example-host.ts';
import { artifactPathCase } from './checks/artifact-path-case.ts';
import { artifactPlaceholder } from './checks/artifact-placeholder.ts';
import { artifactSecretLiteral } from './checks/artifact-secret-literal.ts';
import { artifactSize } from './checks/artifact-size.ts';
import { dashboardAlertThreshold } from './checks/dashboard-alert-threshold.ts';
import { dashboardColourOnly } from './checks/dashboard-colour-only.ts';
import { dashboardDatasource } from './checks/dashboard-datasource.ts';
import { dashboardDefaultThreshold } from './checks/dashboard-default-threshold.ts';
import { dashboardDuplicate } from './checks/dashboard-duplicate.ts';
import { dashboardFirstRow } from './checks/dashboard-first-row.ts';
import { dashboardFixedDatasource } from './checks/dashboard-fixed-datasource.ts';
import { dashboardGrid } from './checks/dashboard-grid.ts';
import { dashboardIdentity } from './checks/dashboard-identity.ts';
import { dashboardImport } from './checks/dashboard-import.ts';
import { dashboardLegend } from './checks/dashboard-legend.ts';
import { dashboardLinkContext } from './checks/dashboard-link-context.ts';
import { dashboardLinkTarget } from './checks/dashboard-link-target.ts';
import { dashboardLoad } from './checks/dashboard-load.ts';
import { dashboardMissingPanelKey } from './checks/dashboard-missing-panel-key.ts';
import { dashboardMissingUnit } from './checks/dashboard-missing-unit.ts';
import { dashboardNoValue } from './checks/dashboard-no-value.ts';
import { dashboardPanelId } from './checks/dashboard-panel-id.ts';
import { dashboardPanelShape } from './checks/dashboard-panel-shape.ts';
import { dashboardPanelTarget } from './checks/dashboard-panel-target.ts';
import { dashboardPanelText } from './checks/dashboard-panel-text.ts';
import { dashboardRefresh } from './checks/dashboard-refresh.ts';
import { dashboardSampled } from './checks/dashboard-sampled.ts';
import { dashboardStacking } from './checks/dashboard-stacking.ts';
import { dashboardTableQuery } from './checks/dashboard-table-query.ts';
import { dashboardThresholds } from './checks/dashboard-thresholds.ts';
import { dashboardTimeRange } from './checks/dashboard-time-range.ts';
import { dashboardTooltip } from './checks/dashboard-tooltip.ts';
import { dashboardUndefinedVariable } from './checks/dashboard-undefined-variable.ts';
import { dashboardUnitMismatch } from './checks/dashboard-unit-mismatch.ts';
import { dashboardUnusedVariable } from './checks/dashboard-unused-variable.ts';
import { dashboardVariableCycle } from './checks/dashboard-variable-cycle.ts';
import { dashboardVariableOptions } from './checks/dashboard-variable-options.ts';
import { dashboardWayOnward } from './checks/dashboard-way-onward.ts';
import { environmentDashboardSchema } from './checks/environment-dashboard-schema.ts';
import { environmentParity } from './checks/environment-parity.ts';
import { environmentSharedCluster } from './checks/environment-shared-cluster.ts';
import { environmentSharedStore } from './checks/environment-shared-store.ts';
import { queryBucketBoundary } from './checks/query-bucket-boundary.ts';
import { queryCounter } from './checks/query-counter.ts';
import { queryDivision } from './checks/query-division.ts';
import { queryHistogramQuantile } from './checks/query-histogram-quantile.ts';
import { queryLogWindow } from './checks/query-log-window.ts';
import { queryManySeries } from './checks/query-many-series.ts';
import { queryMeanOfQuantiles } from './checks/query-mean-of-quantiles.ts';
import { queryRateOperand } from './checks/query-rate-operand.ts';
import { queryRateWindow } from './checks/query-rate-window.ts';
import { queryRawSeries } from './checks/query-raw-series.ts';
import { queryStreamSelector } from './checks/query-stream-selector.ts';
import { queryUnknownLabel } from './checks/query-unknown-label.ts';
import { queryUnknownMetric } from './checks/query-unknown-metric.ts';
import { queryUntracked } from './checks/query-untracked.ts';
import { queryVectorMatching } from './checks/query-vector-matching.ts';
import { retentionQueryWindow } from './checks/retention-query-window.ts';
import { retentionSloWindow } from './checks/retention-slo-window.ts';
import { retentionTiers } from './checks/retention-tiers.ts';
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
export { type Figure, dashboardFigures } from './figures.ts';
export { type Route, allRoutes, deliveries, readRoutes, receiverIntegrations } from './routing.ts';
export { type Suppression, suppressions } from './suppressions.ts';

/** Every check, in id order. One file each under checks/, one page each under docs/checks. */
export const checks = [
  alertMissingRunbook,
  alertPanelSeries,
  alertTemplate,
  alertUnknownPanel,
  alertWithoutRoute,
  artifactExampleHost,
  artifactPathCase,
  artifactPlaceholder,
  artifactSecretLiteral,
  artifactSize,
  dashboardAlertThreshold,
  dashboardColourOnly,
  dashboardDatasource,
  dashboardDefaultThreshold,
  dashboardDuplicate,
  dashboardFirstRow,
  dashboardFixedDatasource,
  dashboardGrid,
  dashboardIdentity,
  dashboardImport,
  dashboardLegend,
  dashboardLinkContext,
  dashboardLinkTarget,
  dashboardLoad,
  dashboardMissingPanelKey,
  dashboardMissingUnit,
  dashboardNoValue,
  dashboardPanelId,
  dashboardPanelShape,
  dashboardPanelTarget,
  dashboardPanelText,
  dashboardRefresh,
  dashboardSampled,
  dashboardStacking,
  dashboardTableQuery,
  dashboardThresholds,
  dashboardTimeRange,
  dashboardTooltip,
  dashboardUndefinedVariable,
  dashboardUnitMismatch,
  dashboardUnusedVariable,
  dashboardVariableCycle,
  dashboardVariableOptions,
  dashboardWayOnward,
  environmentDashboardSchema,
  environmentParity,
  environmentSharedCluster,
  environmentSharedStore,
  queryBucketBoundary,
  queryCounter,
  queryDivision,
  queryHistogramQuantile,
  queryLogWindow,
  queryManySeries,
  queryMeanOfQuantiles,
  queryRateOperand,
  queryRateWindow,
  queryRawSeries,
  queryStreamSelector,
  queryUnknownLabel,
  queryUnknownMetric,
  queryUntracked,
  queryVectorMatching,
  retentionQueryWindow,
  retentionSloWindow,
  retentionTiers,
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
