import { anyOf, logql, matching, ownJobs, panelRef, stream, streamLabel } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

const errors = stream({ app: matching(ownJobs), level: anyOf('error', 'critical') });

const usual = (every: '30s' | '45s' | '1m', app = 'budapp') => lines({ app, level: 'error' }, { event: 'query_failed' }, { from: '5s', every, count: { '30s': 200, '45s': 135, '1m': 100 }[every] });
const chatter = lines({ app: 'budapp', level: 'info' }, { event: 'query_done' }, { from: '2s', every: '5s', count: 1_150 });
const burst = (every: '5s' | '15s', level: 'error' | 'critical' | 'warning' = 'error', app = 'budapp') =>
  lines({ app, level, pod: 'budapp-1' }, { event: 'query_failed' }, { from: '4802s', every, count: every === '5s' ? 228 : 76 });

/**
 * Document 4.4, "error rate by service", against the service's own hour before, so that no level has to be chosen per
 * service. The floor of 0.02 lines/s keeps a service that hardly ever logs an error from alerting on its second one.
 */
export const errorLogBurst = alert({
  id: 'ErrorLogBurst',
  area: 'logs',
  group: 'log-errors',
  severity: 'warning',
  team: 'platform',
  service: { label: 'app' },
  expr: logql`
    sum by (${streamLabel('app')}) (rate(${errors}[5m]))
    > 3 * (sum by (${streamLabel('app')}) (rate(${errors}[1h] offset 10m)) > 0.02)
  `,
  // The hour is what the last five minutes are compared with; it need not fill.
  shownAfter: '5m',
  for: '10m',
  summary: '{{ $labels.app }} logs errors at more than three times its usual rate',
  description: 'For 10 minutes {{ $labels.app }} has written {{ printf "%.2f" $value }} error lines/s, more than three times the rate of the hour before.',
  panel: panelRef('error-tracking', 'errorLinesByService'),
  panelVariables: { service: 'app' },
  tests: [
    fires('two errors a minute become fourteen', { lines: [usual('30s'), burst('5s')], quietAt: '91m', at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 70 / 300 }] }),
    fires('the new lines are critical ones', { lines: [usual('30s'), burst('5s', 'critical')], at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 70 / 300 }] }),
    fires('lines of other levels do not count as usual errors', { lines: [usual('30s'), burst('5s'), chatter], at: '99m', alerts: [{ labels: { app: 'budapp' }, value: 70 / 300 }] }),
    fires('barely enough errors before to judge by', { lines: [usual('45s'), burst('5s')], at: '93m', alerts: [{ labels: { app: 'budapp' }, value: 66 / 300 }] }),
    quiet('two errors a minute become six, exactly three times as many', { lines: [usual('30s'), burst('15s')], at: '99m' }),
    quiet('the new lines are warnings', { lines: [usual('30s'), burst('5s', 'warning')], at: '99m' }),
    quiet('hardly any errors before', { lines: [usual('1m'), burst('5s')], at: '99m' }),
    quiet('a program that is not the platform\'s own has the burst', { lines: [usual('30s', 'nginx'), burst('5s', 'error', 'nginx')], at: '99m' }),
  ],
});
