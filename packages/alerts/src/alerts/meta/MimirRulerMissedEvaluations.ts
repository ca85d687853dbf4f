import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirIterations, mimirMissedIterations } = metrics;
const group = { rule_group: 'bud-slo-inference-30d', job: 'mimir' };
const iterations = (missed: string) => ['mimir-ruler-0', 'mimir-ruler-1'].flatMap((pod) => [
  samples(mimirMissedIterations({ ...group, pod }), missed), samples(mimirIterations({ ...group, pod }), '0+12.5x40'),
]);

/** The group needs longer than its interval. */
export const mimirRulerMissedEvaluations = alert({
  id: 'MimirRulerMissedEvaluations',
  area: 'meta',
  group: 'meta-ruler',
  severity: 'warning',
  team: 'observability',
  service: 'mimir',
  threshold: { value: 0.01, unit: 'ratio', comparison: '>' },
  expr: (threshold) => promql`
    sum by (${labels(mimirMissedIterations, 'rule_group')}) (rate(${mimirMissedIterations}[5m]))
    /
    (sum by (${labels(mimirIterations, 'rule_group')}) (rate(${mimirIterations}[5m])) > 0)
    > ${threshold}
  `,
  for: '10m',
  summary: 'Rule group {{ $labels.rule_group }} misses {{ $value | humanizePercentage }} of its evaluations',
  description: 'Rule group {{ $labels.rule_group }} takes longer than its interval: its alerts come late and its recordings have gaps.',
  panel: panelRef('platform-overview', 'ruleEvaluation'),
  tests: [
    fires('twelve evaluations in a thousand are missed', { series: iterations('0+0.15x40'), quietAt: '10m', at: '12m', alerts: [{ labels: { rule_group: group.rule_group }, value: 0.012 }] }),
    quiet('ten evaluations in a thousand are missed', { series: iterations('0+0.125x40'), at: '30m' }),
    quiet('eight evaluations in a thousand are missed', { series: iterations('0+0.1x40'), at: '30m' }),
  ],
});
