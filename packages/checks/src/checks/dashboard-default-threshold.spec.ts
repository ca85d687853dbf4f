import { describe, expect, it } from '@jest/globals';
import { faultsOf, panel } from '../fixtures.ts';
import { dashboardDefaultThreshold } from './dashboard-default-threshold.ts';

const steps = (value: number, color = 'red') => ({ mode: 'absolute', steps: [{ value: null, color: 'green' }, { value, color }] });
const found = (fieldConfig: object) => faultsOf(dashboardDefaultThreshold, [panel(11, { fieldConfig })]);

describe('dashboard-default-threshold', () => {
  it('finds red from 80, of the panel and of a series', () => {
    expect(found({ defaults: { thresholds: steps(80) } })).toHaveLength(1);
    expect(found({ overrides: [{ properties: [{ id: 'thresholds', value: steps(80) }] }] })).toHaveLength(1);
  });

  it.each([steps(90), steps(80, 'orange'), { steps: [...steps(80, 'orange').steps, { value: 90, color: 'red' }] }])('accepts %j', (thresholds) => {
    expect(found({ defaults: { thresholds } })).toEqual([]);
  });
});
