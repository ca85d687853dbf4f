import { labels, matching, metrics, ownJobs, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const target = (instance: string, values: string, job = 'budapp') => samples(up({ job, instance }), values);

/**
 * Document 6.2, per service: one pod that restarts is no outage. Blind to a service without targets: ServiceAbsent sees that.
 * P1 for every service, as the document has it, and of team platform: who runs the cluster sees first whether it is the
 * service or what it stands on (content 2.3).
 */
export const serviceDown = alert({
  id: 'ServiceDown',
  area: 'services',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'platform',
  service: { label: 'job' },
  threshold: { value: 0, unit: 'count', comparison: '==' },
  expr: (threshold) => promql`sum by (${labels(up, 'job')}) (${up({ job: matching(ownJobs) })}) == ${threshold}`,
  for: '2m',
  summary: '{{ $labels.job }}: every scrape target is down',
  description: 'No target of {{ $labels.job }} has answered a scrape for 2 minutes. Its users get errors or time-outs, unless only the metrics port is shut.',
  panel: panelRef('platform-overview', 'servicesUp'),
  panelVariables: { service: 'job' },
  tests: [
    fires('both targets are down', {
      series: [target('a:9090', '1x4 0x15'), target('b:9090', '1x4 0x15')], quietAt: '6m', at: '7m', alerts: [{ labels: { job: 'budapp' }, value: 0 }],
    }),
    quiet('one of two targets is down', { series: [target('a:9090', '1x4 0x15'), target('b:9090', '1x19')], at: '15m' }),
    quiet('both targets were down for a minute', { series: [target('a:9090', '1x4 0x0 1x14'), target('b:9090', '1x4 0x0 1x14')], at: '7m' }),
    quiet('a program that is not the platform\'s own is down', { series: [target('a:9090', '1x4 0x15', 'node-exporter'), target('b:9090', '1x4 0x15', 'node-exporter')], at: '15m' }),
  ],
});
