import type { Environment } from '@bud-o11y/model';
import type { Alert } from './alert.ts';

/**
 * The address of the alert's panel, its variables filled from the alert. A label that the rule itself adds is not among
 * `$labels` when the rulers fill in texts, so the rule's own service is written out.
 */
export function dashboardLink(alert: Pick<Alert, 'panel' | 'panelVariables'>, service: string, environment: Environment): string {
  const variables = Object.entries(alert.panelVariables ?? {}).map(([variable, label]) => {
    const value = label === 'service' && service !== '' ? encodeURIComponent(service) : `{{ $labels.${label} | urlquery }}`;
    return `&var-${variable}=${value}`;
  });
  return `${environment.grafanaUrl}/d/${alert.panel.uid}?viewPanel=panel-${alert.panel.id}${variables.join('')}`;
}
