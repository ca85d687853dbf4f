import { expect, it } from '@jest/globals';
import { alerts } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { coverageText, measureCases } from '../coverage-meter/meter.ts';

it('shows every alert firing and quiet, and what keeps it quiet', () => {
  const coverage = measureCases(alerts, environmentNamed('production'));
  process.stdout.write(`${coverageText(coverage)}\n`);
  expect(coverage.without).toEqual([]);
  expect(coverage.faults).toEqual([]);
  expect(coverage.promtool + coverage.interpreted + coverage.always).toBe(alerts.length);
});
