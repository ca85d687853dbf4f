// Writes the cases of the log alerts as data for a real Loki: `npm run log-cases -- --out <dir>`.
import { parseArgs } from 'node:util';
import { environmentNamed } from '@bud-o11y/model';
import { writeReplay } from './replay/write-replay.ts';

const { values: { out } } = parseArgs({ options: { out: { type: 'string' } } });
if (out === undefined) {
  process.stderr.write('log-cases: say where to write, for example `npm run log-cases -- --out log-cases`\n');
  process.exitCode = 1;
} else {
  const names = await writeReplay(out, environmentNamed('production'));
  process.stdout.write(`${names.length} cases written to ${out}\n`);
}
