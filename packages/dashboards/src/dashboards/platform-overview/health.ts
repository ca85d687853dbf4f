import { databaseConnectionFailure } from '@bud-o11y/alerts';
import { labels, metrics, panelRef, promql, slos } from '@bud-o11y/model';
import { endpointErrors, endpointRequests, errorBudget, latencyP99, throughput, upRatio } from '@bud-o11y/rules';
import { strip } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toDashboard, toRunbook } from '../../links.ts';
import { states } from '../../panels/mappings.ts';
import { stat } from '../../panels/stat.ts';
import { rising } from '../../panels/thresholds.ts';
import { own } from '../../selectors.ts';

const { firingAlerts, pgUp, up } = metrics;
const size = [4, 4] as const;

const firingPages = stat({
  id: panelRef('platform-overview', 'firingPages').id,
  title: 'Firing pages',
  description: 'Critical (P1) alerts that fire now. 0 = nobody is being paged; NO DATA means that the rules are not evaluated, since the watchdog does not fire either.',
  size, unit: 'count', thresholds: rising({ critical: 1 }),
  targets: [{ query: promql`count(${firingAlerts({ alertstate: 'firing', severity: 'critical' })}) or 0 * count(${firingAlerts({ alertname: 'Watchdog', alertstate: 'firing' })})`, legend: 'firing' }],
  links: [{ title: 'Firing alerts', url: '/alerting/list?search=state:firing%20label:severity%3Dcritical' }],
});

const servicesUp = stat({
  id: panelRef('platform-overview', 'servicesUp').id,
  title: 'Services up',
  description: 'Services with at least one target that answers, services known, and the smallest share of replicas that answer: under 100% a replica is down, 0% is an outage.',
  size, unit: 'count',
  targets: [
    { query: promql`count(sum by (${labels(up, 'job')}) (${up({ job: own })}) > 0) or vector(0)`, legend: 'up' },
    { query: promql`count(count by (${labels(up, 'job')}) (${up({ job: own })}))`, legend: 'known' },
    { query: promql`min(${upRatio})`, legend: 'fewest replicas' },
  ],
  fields: [{ match: { refId: 'C' }, unit: 'ratio', thresholds: levels.replicas }],
  links: [toDashboard('platform-overview', { panel: 'serviceState', title: 'Service state' })],
});

const successRatio = stat({
  id: 3,
  title: 'Success ratio (1h)',
  description: `Share of inference requests that succeeded in the last hour, all endpoints, weighted by traffic. Objective ${slos.inferenceAvailability.objective * 100}%.`,
  size, unit: 'ratio', decimals: 3, thresholds: levels.success,
  targets: [{ query: promql`1 - sum(sum_over_time(${endpointErrors}[1h])) / (sum(sum_over_time(${endpointRequests}[1h])) > 0)`, legend: 'success' }],
  links: [toDashboard('error-tracking')],
});

const worstLatency = stat({
  id: 4,
  title: 'p99, worst endpoint',
  description: 'Highest 99th percentile among the endpoints with traffic; red where HighLatency fires.',
  size, unit: 'seconds', thresholds: levels.latency,
  targets: [{ query: promql`max(${latencyP99} and on (${labels(latencyP99, 'endpoint')}) ${throughput} > 0.05)`, legend: 'p99' }],
  links: [toDashboard('inference-metrics')],
});

const budgetLeft = stat({
  id: 5,
  title: 'Error budget left (worst)',
  description: 'Least that is left of an endpoint\'s 30-day availability budget. Negative = overspent.',
  size, unit: 'ratio', thresholds: levels.budget,
  targets: [{ query: promql`min(${errorBudget({ slo: slos.inferenceAvailability.id })})`, legend: 'budget' }],
  links: [toDashboard('error-tracking', { panel: 'budgetRemaining', title: 'Budget by endpoint' })],
});

const postgresql = stat({
  id: panelRef('platform-overview', 'postgresql').id,
  title: 'PostgreSQL',
  description: 'Whether postgres_exporter can open a connection. NO DATA means that nobody would be told (DatabaseMonitoringAbsent).',
  size, unit: 'bool', thresholds: levels.database, mappings: states('UP', 'DOWN'),
  targets: [{ query: promql`min(${pgUp})`, legend: 'PostgreSQL' }],
  links: [toRunbook(databaseConnectionFailure)],
});

/** Is it healthy? */
export const health = strip(firingPages, servicesUp, successRatio, worstLatency, budgetLeft, postgresql);
