import { instrumentedServices, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const present = instrumentedServices.map(({ name }) => ({ name, series: samples(up({ job: name, instance: `${name}:9090` }), '0x30') }));
const without = (name: string) => present.filter((entry) => entry.name !== name).map((entry) => entry.series);

/** One rule per instrumented service: a target that has left service discovery has no series, so ServiceDown cannot see it. */
export const serviceAbsent = alert({
  id: 'ServiceAbsent',
  area: 'services',
  group: 'critical-alerts',
  severity: 'critical',
  team: 'platform',
  service: { each: instrumentedServices },
  expr: (_threshold, { service }) => promql`absent(${up({ job: service })})`,
  for: '5m',
  summary: '{{ $labels.job }} has disappeared from service discovery',
  description: 'Prometheus has had no scrape target for {{ $labels.job }} for 5 minutes: no pod with its label declares the metrics port, or discovery is broken.',
  panel: panelRef('platform-overview', 'servicesUp'),
  panelVariables: { service: 'service' },
  tests: [
    fires('budgateway has no target', {
      series: without('budgateway'), quietAt: '4m', at: '6m', alerts: [{ labels: { job: 'budgateway', service: 'budgateway' }, value: 1 }],
    }),
    quiet('every service has a target, even if it is down', { series: present.map(({ series }) => series), at: '20m' }),
  ],
});
