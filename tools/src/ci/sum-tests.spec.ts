import { describe, expect, it } from '@jest/globals';
import { sumLine, sumTests } from './sum-tests.ts';

const esc = '\u001B[';

describe('sumTests', () => {
  it.each([
    { name: 'one run', log: 'Test Suites: 2 passed, 2 total\nTests:       7 passed, 7 total\n', sum: { passed: 7, failed: 0, skipped: 0 } },
    { name: 'several runs', log: 'Tests:       7 passed, 7 total\nnoise\nTests:       1 failed, 2 skipped, 1 todo, 3 passed, 7 total\n', sum: { passed: 10, failed: 1, skipped: 3 } },
    { name: 'a coloured run', log: `${esc}1mTests:       ${esc}22m${esc}1m${esc}32m4 passed${esc}39m${esc}22m, 4 total\n`, sum: { passed: 4, failed: 0, skipped: 0 } },
    { name: 'a run that quotes another', log: '    Tests:       9 failed, 9 total\nTests:       1 failed, 1 total\n', sum: { passed: 0, failed: 1, skipped: 0 } },
    { name: 'a log without a run', log: 'Tests are fun: 3 passed\n', sum: { passed: 0, failed: 0, skipped: 0 } },
  ])('adds up $name', ({ log, sum }) => {
    expect(sumTests(log)).toEqual(sum);
  });
});

describe('sumLine', () => {
  it.each([
    { sum: { passed: 3, failed: 0, skipped: 0 }, line: '3 passed, 0 failed' },
    { sum: { passed: 3, failed: 1, skipped: 2 }, line: '3 passed, 1 failed, 2 skipped' },
  ])('is $line', ({ sum, line }) => {
    expect(sumLine(sum)).toBe(line);
  });
});
