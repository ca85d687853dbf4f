import { type CoverageRow, sectionRows } from './row.ts';

const categories = sectionRows('6.1');
const critical = sectionRows('6.2');
const warning = sectionRows('6.3');
const routing = sectionRows('6.4');

const folder = 'rendered/alerts/production';
const cases = { test: 'tools/src/real/alerts.spec.ts' };
const criticalFile = { artifact: `${folder}/mimir/critical-alerts.yaml`, ...cases };
const warningFile = { artifact: `${folder}/mimir/warning-alerts.yaml`, ...cases };
const alertmanager = { artifact: `${folder}/alertmanager/alertmanager.yaml`, test: 'tools/src/real/routing.spec.ts' };

/** Section 6: alerting. */
export const alertingRows: readonly CoverageRow[] = [
  categories.done('Critical', { ...criticalFile, has: 'response_time: 15 minutes' }),
  categories.done('Warning', { ...warningFile, has: 'response_time: 1 hour' }),
  categories.done('Info', { artifact: `${folder}/mimir/info-alerts.yaml`, has: 'response_time: next business day', ...cases }),
  critical.done('code block', { ...criticalFile, has: 'name: critical-alerts' }),
  critical.done('code block: ServiceDown', { ...criticalFile, has: 'alert: ServiceDown', note: 'fires when no replica answers; ServiceAbsent sees a service whose target is gone' }),
  critical.done('code block: HighErrorRate', { ...criticalFile, has: 'alert: HighErrorRate' }),
  critical.done('code block: HighLatency', { ...criticalFile, has: 'alert: HighLatency' }),
  critical.done('code block: DatabaseConnectionFailure', { ...criticalFile, has: 'alert: DatabaseConnectionFailure' }),
  warning.done('code block', { ...warningFile, has: 'name: warning-alerts' }),
  warning.done('code block: HighCPU', { ...warningFile, has: 'alert: HighCPU', note: 'the counter as it stands exceeds 0.8 for ever after 0.8 s: its rate is compared' }),
  warning.done('code block: HighMemory', { ...warningFile, has: 'alert: HighMemory', note: 'the two metrics share no label as they stand: joined by node' }),
  warning.done('code block: QueueBacklog', { ...warningFile, has: 'alert: QueueBacklog' }),
  routing.done('code block', { ...alertmanager, has: 'group_wait: 30s', note: 'matchers instead of `match`; secrets by file' }),
  routing.done('code block: default', { ...alertmanager, has: 'name: default' }),
  routing.done('code block: pagerduty-critical', { ...alertmanager, has: 'name: pagerduty-critical' }),
  routing.done('code block: slack-warning', { ...alertmanager, has: 'name: slack-warning' }),
];
