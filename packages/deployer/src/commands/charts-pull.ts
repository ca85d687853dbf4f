import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { AppError, canonicalJson, compareText, exitCodes, type ExitCode, readEnvironment, toAppError } from '@bud-o11y/model';
import { chartCacheFolder } from '../charts/cache.ts';
import { findHelm } from '../charts/helm.ts';
import { chartLockPath, loadChartLock, saveChartLock } from '../charts/lock-file.ts';
import { type ChartLock, type ChartRef, lockedEntry } from '../charts/lock.ts';
import { pullChart } from '../charts/pull.ts';
import type { Host } from '../host.ts';
import { errorText } from '../report/error-text.ts';
import { short } from '../report/plan-text.ts';
import { textTable } from '../report/tally-table.ts';
import { namedEnvironments } from './collect.ts';
import { type Invocation, optionText } from './command.ts';

interface Row {
  readonly chart: string;
  readonly version: string;
  readonly state: 'pulled' | 'cached' | 'failed';
  readonly sha256: string | null;
}

/**
 * Brings the pinned charts of the environments into the cache and their digests into the lock, each as soon as it is
 * there. The only thing that writes a digest; exits 1 when a chart could not be had, after all were tried.
 */
export async function run(invocation: Invocation, host: Host): Promise<ExitCode> {
  const pins = await pinnedCharts(invocation.environment, host);
  const path = chartLockPath(optionText(invocation, 'charts-lock'), host.cwd, host.workspace);
  const cacheFolder = chartCacheFolder(host.variables);
  if (cacheFolder === undefined) throw new AppError('notFound', 'there is no folder for pulled charts: neither XDG_CACHE_HOME nor HOME is set', { fix: 'set XDG_CACHE_HOME to a folder' });
  const helm = await findHelm(host.variables, host.workspace, host.signal);
  if (helm === undefined) throw new AppError('notFound', 'helm was not found: neither HELM, nor .tools/bin, nor the PATH has it', { fix: 'run `npm run tools -- --only helm`, or set HELM to the program' });
  const asked = optionText(invocation, 'from');
  const from = asked === undefined ? {} : { from: resolve(host.cwd, asked) };
  let lock = withPins(await loadChartLock(host.fileSystem, path), pins, invocation.environment === 'all');
  const save = async (): Promise<void> => await saveChartLock(host.fileSystem, path, lock, `${host.processes.pid}-${randomBytes(4).toString('hex')}`);
  const rows: Row[] = [];
  // A lock that cannot be written is found before anything is downloaded, and told once.
  await save();
  for (const chart of pins) {
    const locked = lock[chart.name]?.sha256 ?? null;
    const pulled = await pullChart({ chart, locked, helm, cacheFolder, fileSystem: host.fileSystem, ...from }).catch((thrown: unknown) => toAppError(thrown));
    if (pulled instanceof AppError) {
      if (pulled.code === 'bug' || pulled.code === 'cancelled') throw pulled;
      host.err.write(errorText(pulled, invocation.palettes.err));
      rows.push({ chart: chart.name, version: chart.version, state: 'failed', sha256: locked });
      continue;
    }
    const { entry, cached } = pulled;
    lock = { ...lock, [chart.name]: entry };
    if (!cached) await save();
    rows.push({ chart: chart.name, version: chart.version, state: cached ? 'cached' : 'pulled', sha256: entry.sha256 });
  }
  if (invocation.output === 'json') host.out.write(canonicalJson(rows));
  else host.out.write(textTable([['chart', 'version', 'state', 'sha256'], ...rows.map((row) => [row.chart, row.version, row.state, row.sha256 === null ? 'not pulled' : short(row.sha256)])], invocation.palettes.out));
  return rows.some(({ state }) => state === 'failed') ? exitCodes.error : exitCodes.done;
}

/** Each chart once, in name order, as the values of the environments name it. */
async function pinnedCharts(environment: string, host: Host): Promise<readonly ChartRef[]> {
  const found = new Map<string, ChartRef>();
  for (const name of namedEnvironments(environment, host.environments)) {
    for (const artifact of await host.render(readEnvironment(name, host.environments))) {
      if (artifact.kind === 'helm-values') found.set(artifact.chart.name, artifact.chart);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name));
}

/** An entry of another version says nothing of this one; with every environment looked at, what nobody pins goes. */
function withPins(lock: ChartLock, pins: readonly ChartRef[], all: boolean): ChartLock {
  const fresh = Object.fromEntries(pins.map((chart) => [chart.name, lockedEntry(lock, chart) ?? { version: chart.version, repository: chart.repository, sha256: null }]));
  return all ? fresh : { ...lock, ...fresh };
}
