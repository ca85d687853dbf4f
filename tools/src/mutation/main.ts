// Changes every rule of every alert, one thing at a time, and runs its cases: `npm run mutation`. Fails where no case notices.
import { alerts } from '@bud-o11y/alerts';
import { environmentNamed } from '@bud-o11y/model';
import { findProgram } from '../programs/find.ts';
import { recordingCases } from '../real/recording-cases.ts';
import { runBatch } from './batch.ts';
import { alertBatch, recordingBatch } from './batch-cases.ts';
import { runLogMutants } from './log-run.ts';
import { survivors } from './survivors.ts';
import { judge, reportText } from './tally.ts';

const promtool = findProgram('promtool', process.env['PATH'] ?? '');
const environment = environmentNamed('production');
if (promtool === undefined) {
  process.stderr.write('promtool is missing; `npm run tools` installs it and says why when it cannot\n');
  process.exitCode = 1;
} else {
  const start = performance.now();
  const metric = await runBatch([...alertBatch(alerts, environment), ...recordingBatch(recordingCases, environment)], { promtool, env: process.env, processes: 2 });
  const log = runLogMutants(alerts, environment);
  const report = judge([metric, log], survivors);
  process.stdout.write(`${reportText(report, survivors)}\n`);
  process.stdout.write(`promtool: ${metric.caught.size} of ${metric.mutants.size}; interpreter: ${log.caught.size} of ${log.mutants.size}; ${((performance.now() - start) / 1_000).toFixed(1)} s\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}
