import { certificateExpiring, prometheusRemoteWriteBehind, telemetryDiscarded } from '@bud-o11y/alerts';
import { type Environment, type Hole, labels, macros, metrics, not, panelRef, promql } from '@bud-o11y/model';
import { collapsed } from '../../dashboard.ts';
import { levels } from '../../levels.ts';
import { toRunbook } from '../../links.ts';
import { barGauge } from '../../panels/bar-gauge.ts';
import { stat } from '../../panels/stat.ts';
import { timeseries } from '../../panels/timeseries.ts';

const {
  alertmanagerNotificationFailures, alertmanagerNotifications, certificateExpiry, collectorExportFailures, collectorExported, collectorPointFailures, collectorPointsExported, firingAlerts, lokiDiscardedSamples, lokiLastRetention, lokiRuleFailures, mimirActiveSeries, mimirDiscardedSamples,
  mimirCompactionsFailed, mimirLastCleanup, mimirLastCompaction, mimirMissedIterations, mimirReceivedSamples, mimirRuleFailures, remoteStorageHighest,
  remoteWriteFailed, remoteWriteHighest, remoteWriteSamples, tempoCompactionErrors, tempoDiscardedSpans, tempoLiveTraces, up,
} = metrics;

const delivery = stat({
  id: panelRef('platform-overview', 'alertDelivery').id,
  title: 'Alert delivery',
  description: 'The dead man\'s switches and a scraping Prometheus must be alive (1 or more), and notifications must arrive. NO DATA means that alerts may reach nobody.',
  size: [6, 8], unit: 'count',
  targets: [
    { query: promql`count(${firingAlerts({ alertname: 'Watchdog', alertstate: 'firing' })})`, legend: 'Mimir watchdog' },
    { query: promql`count(${firingAlerts({ alertname: 'LokiRulerWatchdog', alertstate: 'firing' })})`, legend: 'Loki watchdog' },
    { query: promql`sum(rate(${alertmanagerNotificationFailures}[10m])) / (sum(rate(${alertmanagerNotifications}[10m])) > 0) or 0 * sum(rate(${alertmanagerNotifications}[10m]))`, legend: 'failed notifications' },
    { query: promql`sum(${up({ job: 'prometheus' })}) or vector(0)`, legend: 'Prometheus' },
  ],
  fields: [
    { match: { refId: 'A' }, thresholds: levels.alive },
    { match: { refId: 'B' }, thresholds: levels.alive },
    { match: { refId: 'C' }, unit: 'ratio', thresholds: levels.notifications },
    { match: { refId: 'D' }, thresholds: levels.alive },
  ],
});

const evaluation = timeseries({
  id: panelRef('platform-overview', 'ruleEvaluation').id,
  title: 'Rule evaluation failures',
  description: 'Failed and missed evaluations by group. The alerts of a group that fails cannot fire.',
  size: [6, 8], unit: 'events/s', noValue: '0', thresholds: levels.never,
  targets: [
    { query: promql`sum by (${labels(mimirRuleFailures, 'rule_group')}) (rate(${mimirRuleFailures}[${macros.rateInterval}]))`, legend: 'Mimir {{rule_group}}' },
    { query: promql`sum by (${labels(lokiRuleFailures, 'rule_group')}) (rate(${lokiRuleFailures}[${macros.rateInterval}]))`, legend: 'Loki {{rule_group}}' },
    { query: promql`sum by (${labels(mimirMissedIterations, 'rule_group')}) (rate(${mimirMissedIterations}[${macros.rateInterval}]))`, legend: 'missed {{rule_group}}' },
  ],
});

/** Each series is in as many ingesters as there are copies, and the limit counts it once. */
const seriesOfLimit = ({ limits, replicationFactor }: Environment) => promql`sum(${mimirActiveSeries}) / ${limits.mimir.maxGlobalSeriesPerUser * replicationFactor}`;
const samplesOfLimit = ({ limits }: Environment) => promql`sum(rate(${mimirReceivedSamples}[${macros.rateInterval}])) / ${limits.mimir.ingestionRate}`;
const tracesOfLimit = ({ limits }: Environment) => promql`max(${tempoLiveTraces}) / ${limits.tempo.maxTracesPerUser}`;

/** A collector counts failures from the first one on: until then nothing is lost of what it sends. */
const lostByCollectors = (failed: Hole, sent: Hole) => promql`sum(rate(${failed}[5m])) / (sum(rate(${failed}[5m])) + sum(rate(${sent}[5m]))) or 0 * sum(rate(${sent}[5m]))`;

const limits = barGauge({
  id: panelRef('platform-overview', 'ingestionLimits').id,
  title: 'Ingestion against limits',
  description: 'What Mimir and Tempo take in, as a share of the limits that this environment sets: beyond 100% it is refused. Below, what is lost on the way to them.',
  size: [6, 8], unit: 'ratio', max: 1, thresholds: levels.limit,
  targets: [
    { query: seriesOfLimit, legend: 'Mimir series' },
    { query: samplesOfLimit, legend: 'Mimir samples/s' },
    { query: tracesOfLimit, legend: 'Tempo live traces' },
    { query: promql`sum(rate(${remoteWriteFailed}[5m])) / (sum(rate(${remoteWriteFailed}[5m])) + sum(rate(${remoteWriteSamples}[5m])))`, legend: 'samples lost' },
    { query: lostByCollectors(collectorExportFailures, collectorExported), legend: 'spans lost' },
    { query: lostByCollectors(collectorPointFailures, collectorPointsExported), legend: 'collector samples lost' },
  ],
  fields: [
    { match: { refId: 'D' }, thresholds: levels.lostOnTheWay },
    { match: { refId: 'E' }, thresholds: levels.lostOnTheWay },
    { match: { refId: 'F' }, thresholds: levels.lostOnTheWay },
  ],
});

const ages = barGauge({
  id: panelRef('platform-overview', 'retentionAge').id,
  title: 'Retention and compaction',
  description: 'Time since each job last ended well, and runs that failed. Without them old data stays, storage grows and queries slow down.',
  size: [6, 8], unit: 'seconds', thresholds: levels.jobAge,
  targets: [
    { query: promql`time() - max(${mimirLastCleanup})`, legend: 'Mimir clean-up' },
    { query: promql`time() - max(${mimirLastCompaction})`, legend: 'Mimir compaction' },
    { query: promql`time() - max(${lokiLastRetention})`, legend: 'Loki retention' },
    { query: promql`sum(increase(${mimirCompactionsFailed({ reason: not('shutdown') })}[2h]))`, legend: 'Mimir failures (2h)' },
    { query: promql`sum(increase(${tempoCompactionErrors}[1h]))`, legend: 'Tempo failures (1h)' },
  ],
  fields: [
    { match: { refId: 'D' }, unit: 'count', thresholds: levels.mimirCompaction },
    { match: { refId: 'E' }, unit: 'count', thresholds: levels.tempoCompaction },
  ],
});

/** These counters are not at 0 before: each comes into being with what it counts. */
const uncounted = 'the counter appears with the first refusal';

const discards = timeseries({
  id: panelRef('platform-overview', 'discards').id,
  title: 'Refused telemetry by reason',
  description: 'Samples, lines and spans that the backends refused. Anything here is missing from every other panel.',
  size: [12, 7], unit: 'events/s', noValue: '0', thresholds: levels.never,
  targets: [
    { query: promql`sum by (${labels(mimirDiscardedSamples, 'reason')}) (rate(${mimirDiscardedSamples}[${macros.rateInterval}]))`, legend: 'samples {{reason}}', emptyWhenHealthy: uncounted },
    { query: promql`sum by (${labels(lokiDiscardedSamples, 'reason')}) (rate(${lokiDiscardedSamples}[${macros.rateInterval}]))`, legend: 'lines {{reason}}', emptyWhenHealthy: uncounted },
    { query: promql`sum by (${labels(tempoDiscardedSpans, 'reason')}) (rate(${tempoDiscardedSpans}[${macros.rateInterval}]))`, legend: 'spans {{reason}}', emptyWhenHealthy: uncounted },
  ],
  links: [toRunbook(telemetryDiscarded)],
});

const behind = timeseries({
  id: panelRef('platform-overview', 'remoteWrite').id,
  title: 'Remote write behind',
  description: 'How far Prometheus is behind in sending to Mimir. Every panel and every alert is late by as much.',
  size: [12, 7], unit: 'seconds', thresholds: levels.behind,
  targets: [{
    query: promql`
      max_over_time(${remoteStorageHighest}[5m])
      - ignoring (${labels(remoteWriteHighest, 'remote_name', 'url')}) group_right ()
      max_over_time(${remoteWriteHighest}[5m])
    `,
    legend: '{{instance}}',
  }],
  links: [toRunbook(prometheusRemoteWriteBehind)],
});

const certificates = barGauge({
  id: panelRef('platform-overview', 'certificates').id,
  title: 'Certificates',
  description: 'Time until each certificate ends. They renew themselves a month ahead: a short bar is a renewal that fails. Below zero it has ended or was never issued.',
  size: [24, 6], unit: 'seconds', thresholds: levels.certificates,
  targets: [{ query: promql`sort(max by (${labels(certificateExpiry, 'exported_namespace', 'name')}) (${certificateExpiry}) - time())`, legend: '{{exported_namespace}}/{{name}}' }],
  links: [toRunbook(certificateExpiring)],
});

/** Who watches the watchers. */
export const trust = collapsed('Can this dashboard be trusted?', delivery, evaluation, limits, ages, discards, behind, certificates);
