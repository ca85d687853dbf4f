/** Alertmanager receivers by name: the document's three (6.4), and those that its own text asks for. */
export const receivers = {
  default: { name: 'default', integration: 'email', document: true },
  'pagerduty-critical': { name: 'pagerduty-critical', integration: 'pagerduty', document: true },
  'slack-warning': { name: 'slack-warning', integration: 'slack', document: true },
  'slack-info': { name: 'slack-info', integration: 'slack', document: false },
  security: { name: 'security', integration: 'slack', document: false },
  'webhook-audit': { name: 'webhook-audit', integration: 'webhook', document: false },
  'deadmansswitch-mimir': { name: 'deadmansswitch-mimir', integration: 'webhook', document: false },
  'deadmansswitch-loki': { name: 'deadmansswitch-loki', integration: 'webhook', document: false },
} as const;

export type ReceiverName = keyof typeof receivers;

/** Files that the receivers read their secrets from, in the Secret of the environment: names only, never values. */
export const secretFiles = {
  pagerdutyKey: 'pagerduty-routing-key',
  slackUrl: 'slack-api-url',
  smtpPassword: 'smtp-password',
  auditWebhookUrl: 'audit-webhook-url',
  heartbeatUrlMimir: 'heartbeat-url-mimir',
  heartbeatUrlLoki: 'heartbeat-url-loki',
} as const;
