import { describe, expect, it } from '@jest/globals';
import { burns, gatewayAvailability, inferenceAvailability, inferenceLatency, slo, inferenceErrors } from '@bud-o11y/rules';
import { gatewayErrorBudgetBurnFast, inferenceErrorBudgetBurnFast, inferenceErrorBudgetBurnSlow } from './alerts/index.ts';
import { isBurning, shownAfter } from './slo.ts';

describe('isBurning', () => {
  it('compares both windows of each pair with the factor times the budget', () => {
    const { text, problems } = isBurning(inferenceAvailability, 'page');
    expect(text.match(/> [\d.]+/g)).toEqual(['> 0.072', '> 0.072', '> 3', '> 0.03', '> 0.03', '> 18']);
    expect(problems).toEqual([]);
  });

  it('wants traffic of a page, and not of a ticket', () => {
    expect(isBurning(gatewayAvailability, 'page').text).toContain('sum_over_time(namespace_service:http_requests:rate5m[1h]) > 3');
    expect(isBurning(gatewayAvailability, 'ticket').text).not.toContain('sum_over_time');
  });

  it.each([
    { objective: 0.93, count: 1 },
    { objective: 0.5, count: 2 },
    { objective: 0.931, count: 0 },
  ])('reports what can never hold under an objective of $objective', ({ objective, count }) => {
    const loose = slo({ id: 'loose', service: 'inference', objective, window: '30d', indicator: 'requests', sli: inferenceErrors });
    const { problems } = isBurning(loose, 'page');
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'alerts-burn-rate'));
    for (const { where } of problems) expect(where).toEqual({ file: 'packages/model/src/catalog/slos.ts', path: 'loose' });
  });
});

describe('burnAlert', () => {
  it('takes group, service, team, severity and hold from the objective and the pace', () => {
    expect(gatewayErrorBudgetBurnFast).toMatchObject({ group: 'slo-gateway-availability', service: 'budgateway', team: 'inference', severity: 'critical', for: '2m', labels: { slo: 'gateway-availability' } });
    expect(inferenceErrorBudgetBurnSlow).toMatchObject({ group: 'slo-inference-availability', service: 'inference', severity: 'warning', for: '10m' });
  });

  it('has a firing case and two quiet ones per pair of windows, and two more for the traffic of a page', () => {
    expect(inferenceErrorBudgetBurnSlow.tests?.map(({ alerts }) => alerts.length)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(inferenceErrorBudgetBurnFast.tests?.slice(-5).map(({ alerts }) => alerts.length)).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('shownAfter', () => {
  it.each([
    { level: inferenceAvailability, pace: 'page', expected: '260s' },
    { level: gatewayAvailability, pace: 'page', expected: '52s' },
    { level: inferenceLatency, pace: 'ticket', expected: '2592s' },
  ] as const)('of a $pace on $level.id is $expected', ({ level, pace, expected }) => {
    expect(shownAfter(level, burns[pace])).toBe(expected);
  });
});
