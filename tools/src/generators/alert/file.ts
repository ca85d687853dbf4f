import { constantName } from '../names.ts';
import type { AlertOptions } from './generate.ts';

/** An alert that compiles, renders and passes its own cases; every line of it is there to be replaced. */
export function alertFile({ name, area, severity }: AlertOptions): string {
  return `import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const replica = (instance: string, values: string) => samples(up({ job: 'budapp', instance }), values);

/** Says why somebody must look when this fires, and why it is ${severity}. */
export const ${constantName(name)} = alert({
  id: '${name}',
  area: '${area}',
  group: '${severity}-alerts',
  severity: '${severity}',
  team: 'platform',
  service: 'budapp',
  threshold: { value: 2, unit: 'count', comparison: '<' },
  expr: (threshold) => promql\`sum by (\${labels(up, 'job')}) (\${up({ job: 'budapp' })}) < \${threshold}\`,
  for: '10m',
  summary: '{{ $labels.job }}: only {{ $value | humanize }} replica answers',
  description: 'Fewer than two replicas of {{ $labels.job }} have answered for 10 minutes.',
  panel: panelRef('platform-overview', 'serviceState'),
  panelVariables: { service: 'job' },
  tests: [
    fires('one of two replicas is down', { series: [replica('a', '1x30'), replica('b', '0x30')], quietAt: '5m', at: '20m', alerts: [{ labels: { job: 'budapp' }, value: 1 }] }),
    quiet('both replicas answer', { series: [replica('a', '1x30'), replica('b', '1x30')], at: '20m' }),
  ],
});
`;
}
