import { type Environment, type Query, type RuleData, metricsRead, severities } from '@bud-o11y/model';
import { isKept, recordingGroups } from '@bud-o11y/rules';
import { type Alert, alertThreshold } from './alert.ts';
import { dashboardLink } from './dashboard-link.ts';
import { misnamed } from './problems.ts';

/** One rule of an alert: its file form, and the query behind its text. */
export interface AlertRule {
  readonly alert: Alert;
  readonly query: Query;
  readonly data: RuleData;
}

/**
 * The rules of an alert in one environment: one, one per service of `each`, or none where the alert has no place or names
 * what does not exist. Pure.
 */
export function rulesOf(alert: Alert, environment: Environment): readonly AlertRule[] {
  if (alert.when?.(environment) === false || misnamed(alert).length > 0) return [];
  const services = typeof alert.service === 'object' && 'each' in alert.service ? alert.service.each.map(({ name }) => name) : [staticService(alert)];
  const rules = services.map((service) => rule(alert, service, environment));
  return rules.filter(({ query }) => readsWhatIsKept(query, environment));
}

function staticService(alert: Alert): string {
  return typeof alert.service === 'string' ? alert.service : '';
}

function rule(alert: Alert, service: string, environment: Environment): AlertRule {
  const query = typeof alert.expr === 'function' ? alert.expr(alertThreshold(alert, environment) ?? Number.NaN, { environment, service }) : alert.expr;
  const { priority, responseTime } = severities[alert.severity];
  const label = typeof alert.service === 'object' && 'label' in alert.service ? `{{ $labels.${alert.service.label} }}` : service;
  return {
    alert,
    query,
    data: {
      alert: alert.id,
      expr: query.text,
      ...(alert.for === undefined ? {} : { for: alert.for }),
      ...(alert.keepFiringFor === undefined ? {} : { keep_firing_for: alert.keepFiringFor }),
      labels: { severity: alert.severity, priority, team: alert.team, service: label, k8s_cluster: environment.k8sCluster, ...alert.labels },
      annotations: {
        summary: alert.summary,
        description: alert.description,
        runbook_url: `${environment.runbookBaseUrl}/${alert.id}`,
        dashboard_url: dashboardLink(alert, service, environment),
        response_time: responseTime,
      },
    },
  };
}

/** A recording that an environment does not keep long enough is not generated there; an alert on it could never fire. */
function readsWhatIsKept(query: Query, environment: Environment): boolean {
  const read = new Set(metricsRead(query));
  const groups = recordingGroups.filter((group) => group.series.some(({ metric }) => read.has(metric)));
  return groups.every((group) => isKept(environment, group.reads));
}
