import type { AlertSeverity, ServiceName, TeamName } from '@bud-o11y/model';
import type { Alert } from '../alert.ts';

/** A condition on one label of an alert: it holds when the label is one of the values. */
export interface LabelMatcher {
  readonly label: string;
  readonly values: readonly string[];
}

export function severityIs(severity: AlertSeverity): LabelMatcher {
  return { label: 'severity', values: [severity] };
}

export function teamIs(team: TeamName): LabelMatcher {
  return { label: 'team', values: [team] };
}

/** One of the given alerts: a name that no alert has does not compile. */
export function alertIs(...alerts: readonly Pick<Alert, 'id'>[]): LabelMatcher {
  return { label: 'alertname', values: alerts.map(({ id }) => id) };
}

export function serviceIs(...services: readonly ServiceName[]): LabelMatcher {
  return { label: 'service', values: services };
}

/** Alertmanager's text of a matcher (`matchers`, since 0.22). The values are names, free of regular-expression characters. */
export function matcherText({ label, values }: LabelMatcher): string {
  return values.length === 1 ? `${label}="${values[0]}"` : `${label}=~"${values.join('|')}"`;
}

/** Whether an alert's labels fulfil every matcher. */
export function isMatch(matchers: readonly LabelMatcher[], labels: Readonly<Record<string, string>>): boolean {
  return matchers.every(({ label, values }) => values.includes(labels[label] ?? ''));
}
