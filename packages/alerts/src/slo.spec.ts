import { describe, expect, it } from '@jest/globals';
import { slos } from '@bud-o11y/model';
import { errorRatio, errorRatio1h, errorRatio30m, errorRatio6h } from '@bud-o11y/rules';
import { burnRates, isBurning } from './slo.ts';

const hour = { long: errorRatio1h, short: errorRatio, factor: burnRates.hour };
const sixHours = { long: errorRatio6h, short: errorRatio30m, factor: burnRates.sixHours };

describe('isBurning', () => {
  it('compares both windows of each pair with the factor times the budget', () => {
    const { text, problems } = isBurning(slos.inferenceAvailability, hour, sixHours);
    expect(text.match(/> [\d.]+/g)).toEqual(['> 0.072', '> 0.072', '> 0.03', '> 0.03']);
    expect(problems).toEqual([]);
  });

  it.each([
    { objective: 0.93, count: 1 },
    { objective: 0.5, count: 2 },
    { objective: 0.931, count: 0 },
  ])('reports what can never hold under an objective of $objective', ({ objective, count }) => {
    expect(isBurning({ id: 'loose', objective }, hour, sixHours).problems.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'alerts-burn-rate'));
  });
});
