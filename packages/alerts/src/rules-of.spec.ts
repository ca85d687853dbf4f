import { describe, expect, it } from '@jest/globals';
import { type Environment, environmentNamed, instrumentedServices } from '@bud-o11y/model';
import { debugLogsInProduction, highErrorRate, highLatency, inferenceErrorBudgetBurnFast, inferenceErrorBudgetLow, mimirSeriesNearLimit, serviceAbsent, serviceDown } from './alerts/index.ts';
import { rulesOf } from './rules-of.ts';

const production = environmentNamed('production');
const keeping = (metrics: '3h' | '29d' | '30d'): Environment => ({ ...production, retention: { ...production.retention, metrics } });

describe('rulesOf', () => {
  it('gives a rule every label and text that a receiver needs', () => {
    const [rule] = rulesOf(highErrorRate, production);
    expect(rule?.data).toMatchObject({
      alert: 'HighErrorRate',
      for: '5m',
      keep_firing_for: '5m',
      labels: { severity: 'critical', priority: 'P1', team: 'inference', service: 'inference', k8s_cluster: 'bud-production' },
      annotations: {
        runbook_url: 'https://runbooks.bud.example/HighErrorRate',
        dashboard_url: 'https://grafana.production.bud.example/d/error-tracking?viewPanel=panel-12&var-endpoint={{ $labels.endpoint | urlquery }}',
        response_time: '15 minutes',
      },
    });
  });

  it('takes the service from the label that carries it', () => {
    expect(rulesOf(serviceDown, production)[0]?.data.labels?.['service']).toBe('{{ $labels.job }}');
  });

  it('writes one rule per service where the signal itself is missing, its own service in expression, label and link', () => {
    const rules = rulesOf(serviceAbsent, production);
    expect(rules.map(({ data }) => data.labels?.['service'])).toEqual(instrumentedServices.map(({ name }) => name));
    expect(rules[0]?.data.expr).toBe('absent(up{job="budapp"})');
    expect(rules[0]?.data.annotations?.['dashboard_url']).toMatch(/&var-service=budapp$/);
  });

  it('computes thresholds from the limits of the environment', () => {
    expect(rulesOf(mimirSeriesNearLimit, production)[0]?.data.expr).toBe('sum(cortex_ingester_memory_series) / 3 > 475000');
    expect(rulesOf(mimirSeriesNearLimit, environmentNamed('dev'))[0]?.data.expr).toBe('sum(cortex_ingester_memory_series) / 1 > 475000');
  });

  it.each([
    { alert: inferenceErrorBudgetLow, environment: keeping('30d'), count: 1 },
    { alert: inferenceErrorBudgetLow, environment: keeping('29d'), count: 0 },
    { alert: inferenceErrorBudgetBurnFast, environment: keeping('29d'), count: 1 },
    { alert: inferenceErrorBudgetBurnFast, environment: keeping('3h'), count: 0 },
    { alert: highLatency, environment: keeping('3h'), count: 1 },
  ])('writes $count rule(s) of $alert.id where metrics are kept for $environment.retention.metrics', ({ alert, environment, count }) => {
    expect(rulesOf(alert, environment)).toHaveLength(count);
  });

  it('leaves out an alert that has no place in an environment', () => {
    expect(rulesOf(debugLogsInProduction, environmentNamed('dev'))).toEqual([]);
    expect(rulesOf(debugLogsInProduction, production)).toHaveLength(1);
  });
});
