import { type Environment, datasources } from '@bud-o11y/model';

/**
 * Go templates of the notifications. A message says what, how urgent and where to look; the panel link opens an hour before
 * the alert began, since "now" may be long after.
 */
const panel = '{{ .Annotations.dashboard_url }}&from={{ (.StartsAt.Add -3600000000000).UnixMilli }}&to=now';

export const slackTitle = '[{{ .Status | toUpper }}{{ if eq .Status "firing" }}:{{ .Alerts.Firing | len }}{{ end }}] {{ .CommonLabels.priority }} {{ .CommonLabels.alertname }} {{ .CommonLabels.k8s_cluster }}';

/** Alertmanager itself is not reachable from a browser: its groups and silences are, in Grafana. */
export const slackText = ({ grafanaUrl }: Environment): string => [
  '{{ range .Alerts }}*{{ .Annotations.summary }}*',
  '{{ .Annotations.description }}',
  `<${panel}|Panel> | <{{ .Annotations.runbook_url }}|Runbook> | <${grafanaUrl}/alerting/groups?alertmanager=${datasources.alertmanager.name}|All alerts> | <${grafanaUrl}/alerting/silences?alertmanager=${datasources.alertmanager.name}|Silences>`,
  '{{ end }}',
].join('\n');

export const pageSummary = '{{ .CommonLabels.k8s_cluster }}: {{ with index .Alerts 0 }}{{ .Annotations.summary }}{{ end }}{{ if gt (len .Alerts) 1 }} (+ more){{ end }}';

export const pageLinks = [
  { href: `{{ with index .Alerts 0 }}${panel}{{ end }}`, text: 'Panel' },
  { href: '{{ with index .Alerts 0 }}{{ .Annotations.runbook_url }}{{ end }}', text: 'Runbook' },
] as const;

export const pageDetails = {
  description: '{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}',
  team: '{{ .CommonLabels.team }}',
  response_time: '{{ .CommonAnnotations.response_time }}',
} as const;

export const mailSubject = '[{{ .Status }}] {{ .CommonLabels.priority }} {{ .CommonLabels.alertname }} {{ .CommonLabels.k8s_cluster }}';
