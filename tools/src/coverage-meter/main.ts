// Counts the alerts whose cases show them firing and quiet: `npm run alert-coverage`. Fails on any alert without both.
import { alerts } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { coverageText, measureCases } from './meter.ts';

const coverage = measureCases(alerts, environmentNamed('production'));
process.stdout.write(`${coverageText(coverage)}\n`);
if (coverage.without.length + coverage.faults.length > 0) process.exitCode = 1;
