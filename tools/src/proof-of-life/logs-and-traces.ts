import { renderAlerts } from '@bud-o11y/alerts';
import { runChecks } from '@bud-o11y/checks';
import type { DashboardArtifact, Environment, Problem } from '@bud-o11y/model';
import { renderRules } from '@bud-o11y/rules';

/** What there is to say about queries for which no engine is started here. */
export interface LogsAndTraces {
  /** LogQL and TraceQL queries of panels and links. */
  readonly queries: number;
  /** Syntax errors, and stream labels, log fields and span attributes that the catalog does not have. */
  readonly problems: readonly Problem[];
}

/** Problem codes of queries: found by the grammars when a query is built, and by the check that holds names against the catalog. */
const codes: ReadonlySet<string> = new Set(['query-syntax', 'query-untyped-name', 'query-unknown-label']);

/** Reads the LogQL and TraceQL of the dashboards by their grammars and holds every name against the catalog. */
export function judgeLogsAndTraces(environment: Environment, dashboards: readonly DashboardArtifact[]): LogsAndTraces {
  const artifacts = [...renderRules(environment), ...renderAlerts(environment), ...dashboards];
  const problems = runChecks({ environment: environment.name, artifacts, runbooks: new Map() }, environment, { today: '2026-01-31' });
  return {
    queries: dashboards.flatMap(({ queries }) => queries).filter(({ query }) => query.language !== 'promql').length,
    problems: problems.filter(({ code }) => codes.has(code)),
  };
}
