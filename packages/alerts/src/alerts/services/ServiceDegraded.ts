import { metrics, panelRef, promql } from '@bud-o11y/model';
import { upRatio } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const target = (instance: string, values: string) => samples(up({ job: 'budapp', instance }), values);

/** Some replicas answer and some do not: nobody notices yet, and nothing is left in reserve. */
export const serviceDegraded = alert({
  id: 'ServiceDegraded',
  area: 'services',
  group: 'warning-alerts',
  severity: 'warning',
  team: 'platform',
  service: { label: 'job' },
  threshold: { value: 1, unit: 'ratio', comparison: '<' },
  expr: (threshold) => promql`${upRatio} < ${threshold} and ${upRatio} > 0`,
  for: '10m',
  summary: '{{ $labels.job }}: only {{ $value | humanizePercentage }} of the targets are up',
  description: 'Some, but not all, scrape targets of {{ $labels.job }} have been down for 10 minutes. Users are served by fewer replicas.',
  panel: panelRef('platform-overview', 'serviceState'),
  panelVariables: { service: 'job' },
  tests: [
    fires('one of four targets is down', {
      series: [target('a:9090', '1x4 0x25'), target('b:9090', '1x30'), target('c:9090', '1x30'), target('d:9090', '1x30')], quietAt: '14m', at: '16m', alerts: [{ labels: { job: 'budapp' }, value: 0.75 }],
    }),
    quiet('both targets are down, which ServiceDown reports', { series: [target('a:9090', '1x4 0x25'), target('b:9090', '1x4 0x25')], at: '25m' }),
    quiet('both targets are up', { series: [target('a:9090', '1x30'), target('b:9090', '1x30')], at: '25m' }),
  ],
});
