import { anyOf, logql, matching, ownJobs, panelRef, stream, streamLabel } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

const errors = stream({ app: matching(ownJobs), level: anyOf('error', 'critical') });
const by = streamLabel('app');
const now = logql`sum by (${by}) (rate(${errors}[5m]))`;
/** The service's own hour before, where there is enough of it to compare with: hardly one error a minute. */
const usually = logql`(sum by (${by}) (rate(${errors}[1h] offset 10m)) > 0.02)`;

const usual = (every: '20s' | '30s' | '45s' | '50s' | '1m', app = 'budapp') => lines({ app, level: 'error' }, { event: 'query_failed' }, { from: '5s', every, count: { '20s': 300, '30s': 200, '45s': 135, '50s': 120, '1m': 100 }[every] });
const chatter = lines({ app: 'budapp', level: 'info' }, { event: 'query_done' }, { from: '2s', every: '5s', count: 1_150 });
const burst = (every: '5s' | '10s' | '15s', level: 'error' | 'critical' | 'warning' = 'error', app = 'budapp') =>
  lines({ app, level, pod: 'budapp-1' }, { event: 'query_failed' }, { from: '4802s', every, count: { '5s': 228, '10s': 114, '15s': 76 }[every] });

/**
 * Document 4.4, "error rate by service", against the service's own hour before, so that no level has to be chosen per
 * service. Below 0.02 lines/s that hour says nothing, and six error lines a minute are a burst by themselves. Either way the
 * burst becomes what is usual when it goes on, and the alert ends.
 */
export const errorLogBurst = alert({
  id: 'ErrorLogBurst',
  area: 'logs',
  group: 'log-errors',
  severity: 'warning',
  team: 'platform',
  service: { label: 'app' },
  expr: logql`
    (${now} > 3 * ${usually})
    or
    ((${now} > 0.1) unless ${usually})
  `,
  // The hour is what the last five minutes are compared with; it need not fill.
  shownAfter: '5m',
  for: '10m',
  summary: '{{ $labels.app }} logs {{ printf "%.2f" $value }} errors/s, far more than usual',
  description: 'For 10 minutes {{ $labels.app }} has written {{ printf "%.2f" $value }} error lines/s: more than three times the rate of the hour before, or errors where there were hardly any.',
  panel: panelRef('error-tracking', 'errorLinesByService'),
  panelVariables: { service: 'app' },
  tests: [
    fires('two errors a minute become fourteen', { lines: [usual('30s'), burst('5s')], quietAt: '91m', at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 70 / 300 }] }),
    fires('the new lines are critical ones', { lines: [usual('30s'), burst('5s', 'critical')], at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 70 / 300 }] }),
    fires('lines of other levels do not count as usual errors', { lines: [usual('30s'), burst('5s'), chatter], at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 70 / 300 }] }),
    fires('barely enough errors before to judge by', { lines: [usual('45s'), burst('5s')], at: '93m', alerts: [{ labels: { app: 'budapp' }, value: 66 / 300 }] }),
    fires('errors come out of silence', { lines: [burst('5s')], quietAt: '91m', at: '95m', alerts: [{ labels: { app: 'budapp' }, value: 60 / 300 }] }),
    fires('just too few errors before to judge by, and many now', { lines: [usual('50s'), burst('5s')], at: '95m', alerts: [{ labels: { app: 'budapp' }, value: 66 / 300 }] }),
    fires('hardly any errors before among other lines, and barely many now', { lines: [usual('1m'), burst('10s'), chatter], at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 35 / 300 }] }),
    quiet('errors come out of silence, exactly six a minute', { lines: [burst('10s')], at: '99m' }),
    quiet('warnings come out of silence', { lines: [burst('5s', 'warning')], at: '99m' }),
    quiet('many errors, and nearly as many before', { lines: [usual('20s'), burst('15s')], at: '99m' }),
    quiet('two errors a minute become six, exactly three times as many', { lines: [usual('30s'), burst('15s')], at: '99m' }),
    quiet('just too few errors before to judge by, and few now', { lines: [usual('50s'), burst('15s')], at: '95m' }),
    quiet('the new lines are warnings', { lines: [usual('30s'), burst('5s', 'warning')], at: '99m' }),
    quiet('hardly any errors before, and few now', { lines: [usual('1m'), burst('15s')], at: '99m' }),
    quiet('a program that is not the platform\'s own has the burst', { lines: [usual('30s', 'nginx'), burst('5s', 'error', 'nginx')], at: '99m' }),
  ],
});
