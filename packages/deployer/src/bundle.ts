import { type Artifact, artifactId, type Bundle, compareProblems, compareText, type Environment, type Problem, ProblemsError } from '@bud-o11y/model';
import { cycles, dependencyEdges, type Edges, missingNeeds } from './plan/graph.ts';
import { applyOrder, laterNeeds } from './plan/waves.ts';
import { generatorProblem } from './source-problem.ts';

/**
 * Runs the four generators, each loaded when it is needed: `--help` pays for none of them.
 * @throws ProblemsError `source-invalid` when one cannot be loaded, or fails on what its sources declare.
 */
export async function renderAll(environment: Environment): Promise<readonly Artifact[]> {
  try {
    return await runGenerators(environment);
  } catch (thrown) {
    const problem = await generatorProblem(thrown);
    throw problem === undefined ? thrown : new ProblemsError([problem]);
  }
}

async function runGenerators(environment: Environment): Promise<readonly Artifact[]> {
  const [{ renderRules }, { renderAlerts }, { renderDashboards }, { renderHelmValues }] = await Promise.all([
    import('@bud-o11y/rules'), import('@bud-o11y/alerts'), import('@bud-o11y/dashboards'), import('@bud-o11y/helm-values'),
  ]);
  return [...renderRules(environment), ...renderAlerts(environment), ...renderDashboards(environment), ...renderHelmValues(environment)];
}

/** A bundle with its graph, and the faults of both. */
export interface CollectedBundle {
  readonly bundle: Bundle;
  readonly edges: Edges;
  /** The artifacts in the order of an apply. */
  readonly ordered: readonly Artifact[];
  /** What makes the bundle unfit to plan, sorted. The artifacts' own problems are not among them: the checks tell those. */
  readonly problems: readonly Problem[];
}

/** Puts artifacts of one environment together. Pure. */
export function collectBundle(environment: string, artifacts: readonly Artifact[], runbooks: ReadonlyMap<string, string>): CollectedBundle {
  const sorted = [...artifacts].sort((a, b) => compareText(a.path, b.path));
  const edges = dependencyEdges(sorted);
  const circular = cycles(sorted, edges);
  const problems = [
    ...repeated(sorted, artifactId, 'id'),
    ...repeated(sorted, (artifact) => artifact.path, 'path'),
    ...strangers(environment, sorted),
    ...missingNeeds(sorted, edges),
    ...circular,
    ...laterNeeds(sorted, edges),
  ].sort(compareProblems);
  return { bundle: { environment, artifacts: sorted, runbooks }, edges, ordered: applyOrder(sorted, edges), problems };
}

function repeated(artifacts: readonly Artifact[], key: (artifact: Artifact) => string, what: string): Problem[] {
  const first = new Map<string, Artifact>();
  return artifacts.flatMap((artifact): Problem[] => {
    const other = first.get(key(artifact));
    if (other === undefined) {
      first.set(key(artifact), artifact);
      return [];
    }
    return [{
      code: 'bundle-duplicate',
      severity: 'error',
      where: { artifact: artifactId(artifact), file: artifact.source },
      what: `two artifacts have the ${what} ${JSON.stringify(key(artifact))}: of ${other.source} and of ${artifact.source}`,
      why: 'one would silently replace the other',
      fix: `rename one of the two`,
    }];
  });
}

function strangers(environment: string, artifacts: readonly Artifact[]): Problem[] {
  return artifacts.filter((artifact) => artifact.environment !== environment).map((artifact) => ({
    code: 'bundle-other-environment',
    severity: 'error',
    where: { artifact: artifactId(artifact), file: artifact.source },
    what: `${artifactId(artifact)} was made for ${artifact.environment}, in the bundle of ${environment}`,
    why: 'the addresses and limits of another environment would be applied',
    fix: `use the environment that ${artifact.source} is given`,
  }));
}
