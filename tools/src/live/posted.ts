import { fillTemplate, rulesOf } from '@bud-o11y/alerts';
import type { Environment } from '@bud-o11y/model';
import type { Incident } from './incidents.ts';

/** An alert as a ruler posts it to `/api/v2/alerts`: the labels that its rule yields, its texts filled in. */
export function asPosted({ alert, labels, value = 1 }: Incident, environment: Environment, times: { readonly startsAt: Date; readonly endsAt: Date }): Readonly<Record<string, unknown>> {
  const [rule] = rulesOf(alert, environment);
  const fill = (texts: Readonly<Record<string, string>> = {}) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fillTemplate(text, labels, value)]));
  return {
    labels: { alertname: alert.id, ...labels, ...fill(rule?.data.labels) },
    annotations: fill(rule?.data.annotations),
    startsAt: times.startsAt.toISOString(),
    endsAt: times.endsAt.toISOString(),
    generatorURL: 'http://loki.test/graph',
  };
}

/** An alert in an Alertmanager, and whether it is held back since its cause is known. */
export interface FiringAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly isHeldBack: boolean;
}

/** Posts alerts to an Alertmanager. @throws Error with its answer when it takes them not. */
export async function postAlerts(url: string, alerts: readonly unknown[]): Promise<void> {
  const response = await fetch(`${url}/api/v2/alerts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(alerts) });
  if (!response.ok) throw new Error(`Alertmanager answers ${response.status}: ${await response.text()}`);
}

/** The alerts that an Alertmanager knows as firing. */
export async function firingAlerts(url: string): Promise<readonly FiringAlert[]> {
  const response = await fetch(`${url}/api/v2/alerts?active=true&inhibited=true`);
  const alerts = (await response.json()) as readonly { readonly labels: Readonly<Record<string, string>>; readonly status: { readonly inhibitedBy: readonly string[] } }[];
  return alerts.map(({ labels, status }) => ({ labels, isHeldBack: status.inhibitedBy.length > 0 }));
}
