import type { Duration, Evaluator } from '@bud-o11y/model';

/** A group of alerts: one file per environment, evaluated together. */
export interface AlertGroup {
  readonly evaluator: Evaluator;
  readonly interval: Duration;
}

/**
 * Every alert group, by name. `critical-alerts` and `warning-alerts` are the document's (6.2, 6.3); a ruler takes 20 rules
 * per group at most (environment `limits.mimir.rulesPerGroup`), so what does not fit goes into a new group.
 */
export const alertGroups = {
  'critical-alerts': { evaluator: 'mimir', interval: '30s' },
  'info-alerts': { evaluator: 'mimir', interval: '1m' },
  'log-errors': { evaluator: 'loki', interval: '1m' },
  'log-meta': { evaluator: 'loki', interval: '30s' },
  'log-security': { evaluator: 'loki', interval: '1m' },
  'meta-limits': { evaluator: 'mimir', interval: '1m' },
  'meta-retention': { evaluator: 'mimir', interval: '1m' },
  'meta-ruler': { evaluator: 'mimir', interval: '30s' },
  'prometheus-local': { evaluator: 'prometheus', interval: '30s' },
  'slo-dashboard-availability': { evaluator: 'mimir', interval: '30s' },
  'slo-gateway-availability': { evaluator: 'mimir', interval: '30s' },
  'slo-inference-availability': { evaluator: 'mimir', interval: '30s' },
  'slo-inference-latency': { evaluator: 'mimir', interval: '30s' },
  'warning-alerts': { evaluator: 'mimir', interval: '1m' },
} as const satisfies Readonly<Record<string, AlertGroup>>;

export type AlertGroupName = keyof typeof alertGroups;

/** The names of all groups, sorted. */
export const alertGroupNames = Object.keys(alertGroups) as readonly AlertGroupName[];
