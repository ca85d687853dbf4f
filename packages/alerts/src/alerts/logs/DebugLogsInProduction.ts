import { logql, matching, ownJobs, panelRef, stream, streamLabel } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet } from '../../cases.ts';
import { lines } from '../../log-lines.ts';

const written = (every: '320ms' | '420ms', app = 'budapp', level: 'debug' | 'info' = 'debug') => ['budapp-0', 'budapp-1'].map((pod) =>
  lines({ app, pod, level }, { event: 'cache_read' }, { from: '150ms', every, count: every === '320ms' ? 16_875 : 12_857 }));

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
  tests: [
    fires('two pods write three lines a second each', { lines: written('320ms'), quietAt: '84m', at: '86m', alerts: [{ labels: { app: 'budapp' }, value: 6.25 }] }),
    quiet('two pods write little more than two lines a second each', { lines: written('420ms'), at: '90m' }),
    quiet('the lines are of level info', { lines: written('320ms', 'budapp', 'info'), at: '90m' }),
    quiet('a program that is not the platform\'s own writes them', { lines: written('320ms', 'nginx'), at: '90m' }),
  ],
});
