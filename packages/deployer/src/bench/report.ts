import type { FakeCase } from './fake-cases.ts';
import { type Gate, holds } from './gates.ts';
import type { RealFigures } from './real-cases.ts';
import { ratios, type Spread, spreadOf } from './statistics.ts';

const range = ({ median, lowest, highest }: Spread, digits = 0): string => `${median.toFixed(digits)} (${lowest.toFixed(digits)} to ${highest.toFixed(digits)})`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const counted = (counts: Readonly<Record<string, number>>): string => Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ');

/** The cases of one latency as a table in Markdown: medians, with the lowest and the highest round. */
export function fakeTable(cases: readonly FakeCase[]): string {
  return table(['case', 'latency', 'requests', 'on the wire, ms', 'requests/s', 'of the bare loop', 'memory, MiB', 'open files', 'start-up, ms'], cases.map(({ name, latencyMs, rounds }) => {
    const ours = rounds.map((round) => round.ours);
    const bare = rounds.flatMap((round) => round.bare ?? []);
    const pace = ours.map(({ sent, wireMs }) => (sent / wireMs) * 1000);
    return [
      name, `${latencyMs} ms`, range(spreadOf(ours.map(({ sent }) => sent))), range(spreadOf(ours.map(({ wireMs }) => wireMs))), range(spreadOf(pace)),
      bare.length === 0 ? '' : range(ratios(pace, bare.map(({ sent, wireMs }) => (sent / wireMs) * 1000)), 2),
      range(spreadOf(ours.map(({ memory }) => memory))), range(spreadOf(ours.map(({ openFiles }) => openFiles))), range(spreadOf(ours.map(({ startUpMs, bundleMs }) => startUpMs - bundleMs))),
    ];
  }));
}

/** The requests of each case by name, as the server counted them and as the command names them. */
export function requestLists(cases: readonly FakeCase[]): string {
  return cases.map(({ name, seen, rounds }) => `* ${name}: ${counted(rounds.at(-1)?.ours.byName ?? {})}.\n  Seen by the server: ${counted(seen)}.`).join('\n');
}

/** What was measured on the real server. */
export function realTable({ objects, apply, plan, startUp }: RealFigures): string {
  const ms = (values: readonly number[]): string => `${range(spreadOf(values))} ms`;
  const ours = apply.map((round) => round.ours);
  const over = (kubectl: readonly number[], mine: readonly number[]): string => range(ratios(kubectl, mine), 2);
  return table(['measured', 'bud-o11y', 'kubectl', 'times as fast'], [
    [`apply of ${objects} new ConfigMaps, whole process`, ms(ours.map(({ wallMs }) => wallMs)), ms(apply.map(({ kubectl }) => kubectl)), over(apply.map(({ kubectl }) => kubectl), ours.map(({ wallMs }) => wallMs))],
    [`plan of ${objects} unchanged ones (\`kubectl diff\`), whole process`, ms(plan.map((round) => round.ours.wallMs)), ms(plan.map(({ kubectl }) => kubectl)), over(plan.map(({ kubectl }) => kubectl), plan.map((round) => round.ours.wallMs))],
    ['start-up alone (`--version`; `version --client`)', ms(startUp.map((round) => round.ours)), ms(startUp.map(({ kubectl }) => kubectl)), ''],
    ['apply: start of the process to its first request, without making the bundle', ms(ours.map(({ startUpMs, bundleMs }) => startUpMs - bundleMs)), '', ''],
    ['apply on the wire; the bare loop with the same requests', ms(ours.map(({ wireMs }) => wireMs)), `${ms(apply.map(({ bare }) => bare.wireMs))} (loop)`, over(apply.map(({ bare }) => bare.wireMs), ours.map(({ wireMs }) => wireMs))],
    ['memory of the apply, open files', `${range(spreadOf(ours.map(({ memory }) => memory)))} MiB, ${Math.max(...ours.map(({ openFiles }) => openFiles))}`, '', ''],
  ]);
}

/** One line per gate. */
export function gateLines(gates: readonly Gate[]): string {
  return gates.map((gate) => `${holds(gate) ? 'holds ' : 'BROKEN'} ${gate.name}: ${Number.isInteger(gate.value) ? gate.value : gate.value.toFixed(2)} (at ${gate.bound} ${gate.limit})`).join('\n');
}
