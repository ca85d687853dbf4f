import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { mimirRuleFailures } = metrics;
const failures = (values: string) => [samples(mimirRuleFailures({ rule_group: 'critical-alerts', pod: 'mimir-ruler-0' }), values), samples(mimirRuleFailures({ rule_group: 'critical-alerts', pod: 'mimir-ruler-1' }), '9x30')];

/** A group that fails is silent in two ways: its alerts cannot fire, and its recordings have gaps that others read. */
export const mimirRulerEvaluationFailing = alert({
  id: 'MimirRulerEvaluationFailing',
  area: 'meta',
  group: 'meta-ruler',
  severity: 'critical',
  team: 'observability',
  service: 'mimir',
  threshold: { value: 0, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`sum by (${labels(mimirRuleFailures, 'rule_group')}) (increase(${mimirRuleFailures}[5m])) > ${threshold}`,
  for: '5m',
  summary: 'Rule group {{ $labels.rule_group }} fails to evaluate',
  description: 'Rules of {{ $labels.rule_group }} have returned errors for 5 minutes: their alerts cannot fire and their recordings have gaps.',
  panel: panelRef('platform-overview', 'ruleEvaluation'),
  tests: [
    fires('an evaluation fails now and then', { series: failures('0+0.15x20'), quietAt: '5m', at: '10m', alerts: [{ labels: { rule_group: 'critical-alerts' }, value: 0.75 }] }),
    quiet('an evaluation failed once', { series: failures('0x4 1x20'), at: '12m' }),
    quiet('evaluations failed long ago', { series: failures('40x20'), at: '12m' }),
  ],
});
