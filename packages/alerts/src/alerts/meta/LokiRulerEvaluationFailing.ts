import { labels, metrics, panelRef, promql } from '@bud-o11y/model';
import { alert } from '../../alert.ts';
import { fires, quiet, samples } from '../../cases.ts';

const { lokiRuleFailures } = metrics;
const failures = (values: string) => [samples(lokiRuleFailures({ rule_group: 'log-security', job: 'loki' }), values)];

/** Loki tells it to Prometheus, so Mimir can say it. */
export const lokiRulerEvaluationFailing = alert({
  id: 'LokiRulerEvaluationFailing',
  area: 'meta',
  group: 'meta-ruler',
  severity: 'warning',
  team: 'observability',
  service: 'loki',
  threshold: { value: 0, unit: 'count', comparison: '>' },
  expr: (threshold) => promql`sum by (${labels(lokiRuleFailures, 'rule_group')}) (increase(${lokiRuleFailures}[5m])) > ${threshold}`,
  for: '5m',
  summary: 'Loki rule group {{ $labels.rule_group }} fails to evaluate',
  description: 'Rules of {{ $labels.rule_group }} have returned errors for 5 minutes: log alerts of that group cannot fire.',
  panel: panelRef('platform-overview', 'ruleEvaluation'),
  tests: [
    fires('an evaluation fails now and then', { series: failures('0+0.15x20'), quietAt: '5m', at: '10m', alerts: [{ labels: { rule_group: 'log-security' }, value: 0.75 }] }),
    quiet('one evaluation failed, a quarter of an hour ago', { series: failures('4x5 5x30'), at: '20m' }),
    quiet('evaluations failed long ago', { series: failures('40x20'), at: '12m' }),
  ],
});
