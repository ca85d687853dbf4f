import { constantName } from '../names.ts';
import type { AlertOptions } from './generate.ts';

/** An alert that compiles, renders and passes its own cases; every line of it is there to be replaced. */
export function alertFile({ name, area, severity }: AlertOptions): string {
  return `import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { up } = metrics;
const replicas = (answering: number, job = 'budapp') => Array.from({ length: 10 }, (_, index) => samples(up({ job, instance: \`replica-\${index}\` }), index < answering ? '1x30' : '0x30'));

/** Says why somebody must look when this fires, and why it is ${severity}. */
export const ${constantName(name)} = alert({
  id: '${name}',
  area: '${area}',
  group: '${severity}-alerts',
  severity: '${severity}',
  team: 'platform',
  service: 'budapp',
  threshold: { value: 8, unit: 'count', comparison: '<' },
  expr: (threshold) => promql\`sum by (\${labels(up, 'job')}) (\${up({ job: 'budapp' })}) < \${threshold}\`,
  for: '10m',
  summary: '{{ $labels.job }}: only {{ $value | humanize }} replicas answer',
  description: 'Fewer than eight replicas of {{ $labels.job }} have answered for 10 minutes.',
  panel: panelRef('platform-overview', 'serviceState'),
  panelVariables: { service: 'job' },
  tests: [
    fires('seven of ten replicas answer', { series: replicas(7), quietAt: '9m', at: '11m', alerts: [{ labels: { job: 'budapp' }, value: 7 }] }),
    quiet('eight of ten replicas answer', { series: replicas(8), at: '20m' }),
    quiet('seven of ten replicas of another service answer', { series: replicas(7, 'budsim'), at: '20m' }),
  ],
});
`;
}
