import { type Bundle, compareProblems, type Environment, type HelmValuesArtifact, type Problem } from '@bud-o11y/model';
import type { Draft } from '../objects/draft.ts';
import { printable } from '../report/printable.ts';
import { redact } from '../redact.ts';
import type { FileSystem } from '../targets/directory/file-system.ts';
import { cachedArchive, readVerified } from './cache.ts';
import { chartProblem } from './chart-problem.ts';
import type { Helm } from './helm.ts';
import { type ChartLock, lockedEntry } from './lock.ts';
import { releaseDrafts } from './release-drafts.ts';
import { clusterOf, renderTwice } from './template.ts';

/** A release whose objects are not known here, which is no error: what it owns is neither changed nor pruned. */
export interface MissingSource {
  readonly release: string;
  readonly why: string;
}

/** The objects of the charts of an environment. */
export interface ExpandedCharts {
  readonly drafts: readonly Draft[];
  /** By release. */
  readonly missing: readonly MissingSource[];
  readonly problems: readonly Problem[];
}

export interface Charts {
  readonly lock: ChartLock;
  /** Undefined where there is none: then nothing was pulled. */
  readonly cacheFolder: string | undefined;
  readonly fileSystem: FileSystem;
  /** Undefined where there is no helm. */
  readonly helm: Helm | undefined;
}

/**
 * Renders every release of an environment from its pinned, pulled and verified chart. Nothing is downloaded.
 * @throws AppError `invalid` when an archive is not the one that was pulled, and what a run of helm throws.
 */
export async function expandCharts(bundle: Bundle, environment: Environment, charts: Charts): Promise<ExpandedCharts> {
  const releases = bundle.artifacts.filter((artifact) => artifact.kind === 'helm-values');
  const results: ExpandedCharts[] = [];
  // One after another: each is rendered twice at the same time, and two helms are enough for one machine.
  for (const artifact of releases) results.push(await expandRelease(artifact, environment, charts));
  return {
    drafts: results.flatMap(({ drafts }) => drafts),
    missing: results.flatMap(({ missing }) => missing),
    problems: results.flatMap(({ problems }) => problems).sort(compareProblems),
  };
}

async function expandRelease(artifact: HelmValuesArtifact, environment: Environment, { lock, cacheFolder, fileSystem, helm }: Charts): Promise<ExpandedCharts> {
  const { chart, name, text } = artifact;
  const missing = (why: string): ExpandedCharts => ({ drafts: [], problems: [], missing: [{ release: name, why }] });
  const entry = lockedEntry(lock, chart);
  if (entry === undefined || entry.sha256 === null) return missing(`the chart ${chart.name} ${chart.version} was not pulled (bud-o11y charts pull)`);
  const archive = cacheFolder === undefined ? undefined : await readVerified(fileSystem, cacheFolder, chart, entry.sha256);
  if (archive === undefined) return missing(`the chart ${chart.name} ${chart.version} is not in the cache of this machine (bud-o11y charts pull)`);
  if (helm === undefined) return missing('helm was not found: neither HELM, nor .tools/bin, nor the PATH has it');
  const { kubeVersion, apiVersions } = clusterOf(environment);
  const rendering = await renderTwice(helm, {
    name,
    namespace: environment.namespaces.observability,
    archive,
    archiveName: cachedArchive('', chart, entry.sha256),
    values: text,
    kubeVersion,
    apiVersions,
    definitions: environment.ownsClusterScope,
  });
  if ('failure' in rendering) {
    return { drafts: [], missing: [], problems: [chartProblem(artifact, {
      code: 'chart-refused',
      what: `helm cannot render ${name} from ${chart.name} ${chart.version}: ${redact(printable(rendering.failure)).slice(0, 2_000)}`,
      why: 'the chart does not take these values',
      fix: `correct ${artifact.source}, or the pin of the chart`,
    })] };
  }
  return { missing: [], ...releaseDrafts({ artifact, environment, ...rendering }) };
}
