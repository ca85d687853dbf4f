/** Teams that own alerts, services and dashboards (content 2.1). */
export const teams = {
  platform: { name: 'platform', description: 'core services, databases, Kubernetes' },
  inference: { name: 'inference', description: 'gateway, models and endpoints' },
  clusters: { name: 'clusters', description: 'managed clusters and their GPUs' },
  observability: { name: 'observability', description: 'this stack' },
  security: { name: 'security', description: 'access and audit' },
} as const;

export type TeamName = keyof typeof teams;

/** Document 6.1: severity, priority and the time in which somebody must have answered. `none` is for dead-man's switches. */
export const severities = {
  critical: { severity: 'critical', priority: 'P1', category: 'Critical', responseTime: '15 minutes', responseMinutes: 15 },
  warning: { severity: 'warning', priority: 'P2', category: 'Warning', responseTime: '1 hour', responseMinutes: 60 },
  info: { severity: 'info', priority: 'P3', category: 'Info', responseTime: 'next business day', responseMinutes: 4_320 },
  none: { severity: 'none', priority: 'none', category: 'Heartbeat', responseTime: 'none', responseMinutes: 0 },
} as const;

export type AlertSeverity = keyof typeof severities;
