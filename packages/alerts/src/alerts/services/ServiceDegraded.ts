import { metrics, panelRef, promql } from '@bud-o11y/model';
import { upRatio } from '@bud-o11y/rules';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const targets = (first: string, others: string) => [first, others, others, others].map((values, index) => samples(up({ job: 'budapp', instance: `budapp-${index}:9090` }), values));

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
      series: targets('1x4 0x25', '1x30'), quietAt: '14m', at: '16m', alerts: [{ labels: { job: 'budapp' }, value: 0.75 }],
    }),
    quiet('every target is down, which ServiceDown reports', { series: targets('1x4 0x25', '1x4 0x25'), at: '25m' }),
    quiet('every target is up', { series: targets('1x30', '1x30'), at: '25m' }),
  ],
});
