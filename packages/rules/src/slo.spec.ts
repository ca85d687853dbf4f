import { describe, expect, it } from '@jest/globals';
import { burnLimit, burns, indicator, slo, sloWindows } from './slo.ts';
import { gatewayAvailability, inferenceAvailability, inferenceErrors, serviceLevels } from './slos.ts';

describe('indicator', () => {
  it('records every window, weighted by traffic', () => {
    expect(Object.keys(inferenceErrors.ratios)).toEqual(['5m', ...sloWindows]);
    expect(inferenceErrors.ratios['6h'].metric).toBe('endpoint:inference_errors:ratio_rate6h');
    expect(inferenceErrors.ratios['6h'].rules.map(({ expr }) => expr.text)).toEqual(['sum_over_time(endpoint:inference_errors:rate5m[6h]) / (sum_over_time(endpoint:inference_requests:rate5m[6h]) > 0)']);
  });
});

describe('slo', () => {
  it.each([
    { level: inferenceAvailability, budget: 0.005, ratio: 'endpoint:inference_errors:ratio_rate1h', remaining: '1 - endpoint:inference_errors:ratio_rate30d / 0.005' },
    { level: gatewayAvailability, budget: 0.001, ratio: 'namespace_service:http_errors:ratio_rate1h{service="budgateway"}', remaining: '1 - namespace_service:http_errors:ratio_rate30d{service="budgateway"} / 0.001' },
  ])('of $level.id may fail $budget, and reads only what it is about', ({ level, budget, ratio, remaining }) => {
    expect(level.budget).toBe(budget);
    expect(level.ratio('1h').text).toBe(ratio);
    expect(level.remaining).toMatchObject({ text: remaining, problems: [] });
  });

  it.each(serviceLevels)('of $id finds every burn rate within reach', (level) => {
    for (const { factor } of [...burns.page, ...burns.ticket]) expect(burnLimit(level, factor)).toBeLessThan(1);
  });
});

describe('a key that nobody reads', () => {
  it('of an indicator is told once, by the recordings', () => {
    const made = indicator({ name: 'x', help: 'y', groupBy: inferenceErrors.groupBy, bad: inferenceErrors.total, total: inferenceErrors.total, ratio: inferenceErrors.ratios['5m'], windows: ['1h'] } as Parameters<typeof indicator>[0]);
    expect(sloWindows.flatMap((window) => made.ratios[window].faults)).toMatchObject([{ what: 'the indicator x has the unknown key windows' }]);
  });

  it('of an objective is told with its budget', () => {
    const { remaining } = slo({ id: 'x', service: 'inference', objective: 0.99, window: '30d', indicator: 'y', sli: inferenceErrors, onyl: {} } as Parameters<typeof slo>[0]);
    expect(remaining.problems).toMatchObject([{ code: 'rules-declaration', where: { file: 'packages/rules/src/slos.ts', path: 'x' }, what: 'the objective x has the unknown key onyl', fix: 'did you mean only?' }]);
  });
});

describe('burns', () => {
  it.each([
    { pace: 'page', spent: [0.02, 0.05] },
    { pace: 'ticket', spent: [0.1, 0.1] },
  ] as const)('of a $pace spend $spent of a month', ({ pace, spent }) => {
    const hours: Readonly<Record<string, number>> = { '1h': 1, '6h': 6, '1d': 24, '3d': 72 };
    expect(burns[pace].map(({ long, factor }) => Number(((factor * (hours[long] ?? 0)) / 720).toFixed(6)))).toEqual(spent);
  });
});
