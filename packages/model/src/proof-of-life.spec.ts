import { describe, expect, it } from '@jest/globals';
import { type ProofOfLife, proofOfLifePath, proofOfLifeSchema } from './proof-of-life.ts';

const file: ProofOfLife = {
  environment: 'production', uid: 'platform-overview',
  runs: [{ scenario: 'healthy', from: 0, to: 60, stepSeconds: 15, panels: { 1: { A: { type: 'vector', series: [{ labels: { job: 'budapp' }, points: [[60, 1]] }] } } } }],
};
const [run] = file.runs;

describe('proofOfLifeSchema', () => {
  it('takes what a run writes', () => {
    expect(proofOfLifeSchema.parse(file)).toEqual(file);
  });

  it.each([
    ['no run', { ...file, runs: [] }],
    ['an unknown key', { ...file, runs: [{ ...run, extra: 1 }] }],
    ['a value that is text', { ...file, runs: [{ ...run, panels: { 1: { A: { type: 'vector', series: [{ labels: {}, points: [[0, '1']] }] } } } }] }],
  ])('refuses %s', (_name, wrong) => {
    expect(proofOfLifeSchema.safeParse(wrong).success).toBe(false);
  });
});

it('has a place for each dashboard', () => {
  expect(proofOfLifePath('production', 'error-tracking')).toBe('dist/proof-of-life/production/error-tracking.json');
});
