import { compareProblems } from '@bud-o11y/model';
import { chartCacheFolder } from '../charts/cache.ts';
import { expandCharts, type ExpandedCharts, type MissingSource } from '../charts/expand.ts';
import { findHelm } from '../charts/helm.ts';
import { chartLockPath, loadChartLock } from '../charts/lock-file.ts';
import type { Host } from '../host.ts';
import { type KubernetesObjects, kubernetesObjects } from '../objects/kubernetes-objects.ts';
import { unusedRules } from '../objects/object-rules.ts';
import type { Collected } from './collect.ts';
import { type Invocation, pathOption } from './command.ts';

/** The objects of an environment that is a cluster, and the releases whose objects are not known on this machine. */
export interface ClusterObjects extends KubernetesObjects {
  /** By release. */
  readonly missing: readonly MissingSource[];
}

/**
 * Turns a rendered environment into objects; the charts that were pulled are rendered too. Nothing is downloaded.
 * @throws AppError `invalid` for an archive or a lock that is not what it should be, and what a run of helm throws.
 */
export async function clusterObjects({ bundle, environment }: Collected, invocation: Invocation, host: Host): Promise<ClusterObjects> {
  const { drafts, missing, problems } = host.charts === undefined ? await expanded() : await host.charts(bundle, environment);
  const placed = kubernetesObjects(bundle, environment, drafts);
  // What a missing release would bring is not known: a rule may be for that.
  const unused = missing.length > 0 ? [] : unusedRules(environment, placed.objects.map(({ key }) => key));
  return { objects: placed.objects, missing, problems: [...placed.problems, ...unused, ...problems].sort(compareProblems) };

  async function expanded(): Promise<ExpandedCharts> {
    const named = pathOption(invocation, 'charts-lock');
    const lock = await loadChartLock(host.fileSystem, chartLockPath(named, host.cwd, host.workspace), { mustExist: named !== undefined });
    const helm = await findHelm(host.variables, host.workspace, host.signal);
    return await expandCharts(bundle, environment, { lock, cacheFolder: chartCacheFolder(host.variables), fileSystem: host.fileSystem, helm });
  }
}

/** One line per release that could not be rendered, for stderr; empty when all could. */
export function missingText(missing: readonly MissingSource[]): string {
  return missing.map(({ release, why }) => `release ${release} is left out: ${why}\n`).join('');
}
