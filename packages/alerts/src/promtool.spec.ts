import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import type { Alert } from './alert.ts';
import { inferenceErrorBudgetBurnFast, serviceAbsent } from './alerts/index.ts';
import { metricCases } from './cases.ts';
import { promtoolFiles } from './promtool.ts';

const environment = environmentNamed('production');

const filesOf = (alert: Alert, index: number) => {
  const entry = metricCases(alert)[index];
  if (entry === undefined) throw new Error('no such case');
  return promtoolFiles(alert, entry, environment, 'a.rules.yaml');
};

describe('promtoolFiles', () => {
  it('puts every recording that is read before the rule that reads it', () => {
    const { rules, tests } = filesOf(inferenceErrorBudgetBurnFast, 0);
    expect(rules.groups.map(({ name }) => name)).toEqual(['bud-recordings', 'bud-slo-inference', 'slo-inference-availability']);
    expect(tests.group_eval_order).toEqual(['bud-recordings', 'bud-slo-inference', 'slo-inference-availability']);
  });

  it('does not record what the case gives', () => {
    const { rules } = filesOf(inferenceErrorBudgetBurnFast, 2);
    expect(rules.groups.map(({ name }) => name)).toEqual(['slo-inference-availability']);
  });

  it('holds the rules of that alert alone', () => {
    const { rules } = filesOf(serviceAbsent, 0);
    expect(new Set(rules.groups.flatMap((group) => group.rules.map((rule) => rule.alert)))).toEqual(new Set(['ServiceAbsent']));
  });

  it('expects the whole alert of the right rule, and none at the earlier moment', () => {
    const [before, then] = filesOf(serviceAbsent, 0).tests.tests[0]?.alert_rule_test ?? [];
    expect(before?.exp_alerts).toEqual([]);
    expect(then?.exp_alerts).toEqual([{
      exp_labels: { job: 'budgateway', service: 'budgateway', severity: 'critical', priority: 'P1', team: 'platform', k8s_cluster: 'bud-production' },
      exp_annotations: expect.objectContaining({ summary: 'budgateway has disappeared from service discovery', dashboard_url: expect.stringMatching(/var-service=budgateway$/) }),
    }]);
  });
});
