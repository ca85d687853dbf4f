import type { Proof } from './proof.ts';

/** The figures of a proof and everything that it found wrong, as lines for people. */
export function figures({ environment, dashboards, panels, verdict, logsAndTraces }: Proof): string {
  const { queries, runs, declared, judged, calm, faults } = verdict;
  const count = (kind: string): number => faults.filter((fault) => fault.kind === kind).length;
  const rows: readonly (readonly [string, string | number])[] = [
    ['environment', environment.name],
    ['dashboards', dashboards.length],
    ['panels', panels],
    ['PromQL queries, look-ups and annotations, all values and one', queries],
    ['queries run, in all scenarios', runs],
    ['LogQL and TraceQL queries held against grammar and catalog', `${logsAndTraces.queries}, ${logsAndTraces.problems.length} at fault`],
    ['panels that can turn orange or red, and did in some scenario', `${judged}, ${judged - calm.length}`],
    ['empty when healthy by declaration', declared.size],
    ['undeclared empties', count('undeclared')],
    ['failing', count('failing')],
  ];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(62)}${value}`),
    ...[...declared].map(([where, reason]) => `  empty when healthy: ${where}: ${reason}`),
    ...calm.map((where) => `  never orange or red: ${where}`),
    ...faults.map(({ kind, where, what }) => `  ${kind}: ${where}: ${what}`),
    ...logsAndTraces.problems.map(({ where, what }) => `  failing: ${where.artifact ?? ''} ${where.path ?? ''}: ${what}`),
  ].join('\n');
}

/** Whether there is nothing to mend. */
export function isProven({ verdict, logsAndTraces }: Proof): boolean {
  return verdict.faults.length === 0 && logsAndTraces.problems.length === 0;
}
