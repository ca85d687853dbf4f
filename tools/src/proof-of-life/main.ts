// `npm run proof-of-life`: every query of every dashboard on a real Prometheus with synthetic telemetry. Prints the figures,
// writes what the preview pages draw to dist/proof-of-life, and exits 1 when a query is at fault.
import { join } from 'node:path';
import { findProgram } from '../programs/find.ts';
import { figures, isProven } from './figures.ts';
import { writePreviews } from './previews.ts';
import { prove, provenEnvironments } from './proof.ts';

const workspace = join(import.meta.dirname, '../../..');
const path = findProgram('prometheus', process.env['PATH'] ?? '');
if (path === undefined) {
  process.stderr.write('proof-of-life: prometheus is missing; `npm run tools` installs it and says why when it cannot\n');
  process.exitCode = 1;
} else {
  for (const environment of provenEnvironments()) {
    const { proof } = await prove(path, environment, { tell: (line) => process.stderr.write(`${line}\n`) });
    const written = await writePreviews(proof, workspace);
    process.stdout.write(`${figures(proof)}\n${'preview data written, files'.padEnd(62)}${written.length}\n`);
    if (!isProven(proof)) process.exitCode = 1;
  }
}
