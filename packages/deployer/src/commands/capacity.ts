import { canonicalJson, type Environment, exitCodes, type ExitCode, quantityValue, readEnvironment, type Sizing, sizingOf } from '@bud-o11y/model';
import type { Host } from '../host.ts';
import { textTable } from '../report/tally-table.ts';
import type { Invocation } from './command.ts';

/** Prints what every component gets, by which formula, and how near the expected load is to the limits that the backends enforce. */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const environment = readEnvironment(invocation.environment, host.environments);
  const sizing = sizingOf(environment);
  const limits = limitsOf(environment);
  const { load, name, profile } = environment;
  host.err.write(`${name}, profile ${profile}: ${load.series} series, ${load.samplesPerSecond} samples/s, ${load.logGigabytesPerDay} GB of logs a day, ${load.spansPerSecond} spans/s\n`);
  if (invocation.output === 'json') {
    host.out.write(canonicalJson({ environment: name, profile, load, sizing, limits }));
    return exitCodes.done;
  }
  const { out } = invocation.palettes;
  host.out.write(textTable([['component', 'replicas', 'cpu', 'memory', 'storage', 'from'], ...sizing.map(sizeRow), totalRow(sizing)], out));
  host.out.write(`\n${textTable([['component', 'formula'], ...sizing.flatMap(({ component, because }) => (because === undefined ? [] : [[component, because]]))], out)}`);
  host.out.write(`\n${textTable([['limit', 'value', 'expected', 'share'], ...limits.map(({ limit, value, expected }) => [limit, String(value), expected === undefined ? '-' : String(expected), expected === undefined ? '-' : `${Math.round((100 * expected) / value)} %`])], out)}`);
  return exitCodes.done;
}

function sizeRow({ component, size, origins }: Sizing): readonly string[] {
  const other = Object.entries(origins).filter(([, origin]) => origin !== 'profile').map(([number, origin]) => `${number} ${origin}`);
  return [component, component === 'alloy' ? `${size.replicas} per node` : String(size.replicas), size.cpu, size.memory, size.storage ?? '-', other.length === 0 ? 'profile' : `profile; ${other.join(', ')}`];
}

/** What all replicas ask for together; what runs on every node counts for one. */
function totalRow(sizing: readonly Sizing[]): readonly string[] {
  const sum = (of: (sizing: Sizing) => string): number => sizing.reduce((total, one) => total + one.size.replicas * quantityValue(of(one)), 0);
  const gibibytes = (of: (sizing: Sizing) => string): string => `${Math.ceil(sum(of) / 1_073_741_824)}Gi`;
  return ['total', String(sizing.reduce((total, { size }) => total + size.replicas, 0)), String(Math.ceil(sum(({ size }) => size.cpu))), gibibytes(({ size }) => size.memory), gibibytes(({ size }) => size.storage ?? '0'), 'alloy on one node'];
}

interface LimitRow {
  /** Key of the environment: the backends enforce this number, and the alerts on it take their thresholds from it. */
  readonly limit: string;
  readonly value: number;
  /** Of the load; absent where the load says nothing about it. */
  readonly expected?: number;
}

function limitsOf({ limits, load }: Environment): readonly LimitRow[] {
  return [
    { limit: 'limits.mimir.maxGlobalSeriesPerUser', value: limits.mimir.maxGlobalSeriesPerUser, expected: load.series },
    { limit: 'limits.mimir.ingestionRate', value: limits.mimir.ingestionRate, expected: load.samplesPerSecond },
    { limit: 'limits.mimir.ingestionBurstSize', value: limits.mimir.ingestionBurstSize },
    { limit: 'limits.loki.maxQuerySeries', value: limits.loki.maxQuerySeries },
    { limit: 'limits.tempo.maxTracesPerUser', value: limits.tempo.maxTracesPerUser },
  ];
}
