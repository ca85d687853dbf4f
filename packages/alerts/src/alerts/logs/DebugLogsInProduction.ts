import { logql, matching, ownJobs, panelRef, stream, streamLabel } from '@bud-o11y/model';
import { alert } from '../../alert.ts';

/** Document 9.2. Only where debug lines are meant to be sampled: elsewhere they are what the environment is for. */
export const debugLogsInProduction = alert({
  id: 'DebugLogsInProduction',
  area: 'logs',
  group: 'log-errors',
  severity: 'info',
  team: 'platform',
  service: { label: 'app' },
  threshold: { value: 5, unit: 'lines/s', comparison: '>' },
  expr: (threshold) => logql`sum by (${streamLabel('app')}) (rate(${stream({ app: matching(ownJobs), level: 'debug' })}[30m])) > ${threshold}`,
  for: '1h',
  when: ({ sampling }) => sampling.debugLogs < 1,
  summary: '{{ $labels.app }} writes {{ $value | humanize }} debug lines/s',
  description: 'For an hour {{ $labels.app }} has shipped more than 5 debug lines/s, although they are sampled here. It logs at level debug.',
  panel: panelRef('error-tracking', 'linesByLevel'),
  panelVariables: { service: 'app' },
});
