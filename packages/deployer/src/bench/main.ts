// The benchmark of the apply engine, to be run by hand: `npm run bench:apply`. With `--objects`, `--rounds` and
// `--only fake|real` a part or a smaller one; `--json` prints the figures. Exit code 1 when a gate is broken.
import { existsSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { controlPlaneProgramNames, type ControlPlanePrograms } from '../fakes/control-plane/programs.ts';
import { inBenchPlace } from './bench-place.ts';
import { type FakeCase, measureOnFake, measureStorm } from './fake-cases.ts';
import { fakeGates, type Gate, holds, realGates } from './gates.ts';
import { measureOnReal, type RealFigures } from './real-cases.ts';
import { fakeTable, gateLines, realTable, requestLists } from './report.ts';

const { values } = parseArgs({ options: { objects: { type: 'string', default: '10000' }, real: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } } });
const [objects, rounds, real] = [Number(values.objects), Number(values.rounds), Number(values.real)];
const bin = join(import.meta.dirname, '../../../../.tools/bin');
const node = process.execPath;
const gates: Gate[] = [];
const cases: FakeCase[] = [];
let figures: RealFigures | undefined;
const say = (text: string): void => {
  if (!values.json) process.stdout.write(`${text}\n`);
};
const machine = (): string => `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}; load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`;

say(machine());
await inBenchPlace(node, async (place) => {
  if (values.only !== 'real') {
    for (const latencyMs of [0, 1, 5]) {
      const measured = await measureOnFake({ node, place, objects, rounds, latencyMs });
      if (latencyMs === 0) say(requestLists(measured));
      say(fakeTable(measured));
      cases.push(...measured);
    }
    const stormy = await measureStorm({ node, place, objects, rounds: 1, latencyMs: 1 });
    say(fakeTable([stormy]));
    cases.push(stormy);
    for (const one of cases) gates.push(...fakeGates(one, objects, { throughput: true }));
  }
  if (values.only === 'fake') return;
  const names = [...controlPlaneProgramNames, 'kubectl'] as const;
  const missing = names.filter((name) => !existsSync(join(bin, name)));
  if (missing.length > 0) {
    say(`not measured on a real API server: ${missing.join(', ')} are missing; \`npm run tools\` installs them`);
    return;
  }
  const programs = Object.fromEntries(names.map((name) => [name, join(bin, name)])) as unknown as ControlPlanePrograms & { readonly kubectl: string };
  figures = await measureOnReal({ node, place, programs, objects: real, rounds });
  say(realTable(figures));
  gates.push(...realGates(figures));
});
say(machine());
say(gateLines(gates));
if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), cases, real: figures, gates })}\n`);
process.exitCode = gates.every(holds) ? 0 : 1;
