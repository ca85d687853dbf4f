import { type Artifact, type ArtifactId, artifactId, compareText, metricsRead, type Problem } from '@bud-o11y/model';

/** What each artifact needs, sorted; every artifact of the bundle has an entry. */
export type Edges = ReadonlyMap<ArtifactId, readonly ArtifactId[]>;

/** Kinds whose queries run as soon as they are applied; the links of a data source run when a person follows them. */
const readers: ReadonlySet<Artifact['kind']> = new Set(['recording-rules', 'alert-rules', 'dashboard']);

/**
 * The edges of a bundle: what artifacts declare (`needs`), and what they refer to without declaring it, which is a
 * recorded series that a rule or a panel reads and, for a dashboard, the provisioned data sources.
 */
export function dependencyEdges(artifacts: readonly Artifact[]): Edges {
  const recorders = recordersOf(artifacts);
  const datasources = artifacts.filter((artifact) => artifact.kind === 'datasources').map(artifactId);
  return new Map(artifacts.map((artifact) => {
    const id = artifactId(artifact);
    const queries = readers.has(artifact.kind) ? artifact.queries : [];
    const read = queries.flatMap(({ query }) => metricsRead(query)).flatMap((metric) => recorders.get(metric) ?? []);
    const needs = new Set([...artifact.needs, ...read, ...(artifact.kind === 'dashboard' ? datasources : [])]);
    needs.delete(id);
    return [id, [...needs].sort(compareText)];
  }));
}

function recordersOf(artifacts: readonly Artifact[]): ReadonlyMap<string, readonly ArtifactId[]> {
  const recorders = new Map<string, ArtifactId[]>();
  for (const artifact of artifacts) {
    if (artifact.kind !== 'recording-rules') continue;
    for (const rule of artifact.data.groups[0].rules) {
      if (rule.record === undefined) continue;
      recorders.set(rule.record, [...(recorders.get(rule.record) ?? []), artifactId(artifact)]);
    }
  }
  return recorders;
}

/** One Problem per need that is not in the bundle. */
export function missingNeeds(artifacts: readonly Artifact[], edges: Edges): readonly Problem[] {
  return artifacts.flatMap((artifact) =>
    (edges.get(artifactId(artifact)) ?? [])
      .filter((need) => !edges.has(need))
      .map((need): Problem => ({
        code: 'plan-missing-need',
        severity: 'error',
        where: { artifact: artifactId(artifact), file: artifact.source },
        what: `${artifactId(artifact)} needs ${need}, which ${artifact.environment} does not have`,
        why: 'it would be applied without what it stands on',
        fix: `render ${need} for ${artifact.environment}, or remove it from \`needs\` in ${artifact.source}`,
      })),
  );
}

/** At most one Problem: the shortest cycle, as a path that begins and ends at the same artifact. */
export function cycles(artifacts: readonly Artifact[], edges: Edges): readonly Problem[] {
  const shortest = [...edges.keys()]
    .sort(compareText)
    .map((start) => shortestCycle(start, edges))
    .filter((path) => path !== undefined)
    .sort((a, b) => a.length - b.length)[0];
  if (shortest === undefined) return [];
  const source = artifacts.find((artifact) => artifactId(artifact) === shortest[0])?.source;
  return [{
    code: 'plan-cycle',
    severity: 'error',
    where: { artifact: shortest[0] as string, ...(source === undefined ? {} : { file: source }) },
    what: `artifacts need each other in a circle: ${shortest.join(' -> ')}`,
    why: 'there is no order in which they can be applied',
    fix: 'remove one of these needs',
  }];
}

/** Breadth first from `start` back to itself. */
function shortestCycle(start: ArtifactId, edges: Edges): readonly ArtifactId[] | undefined {
  const queue: (readonly ArtifactId[])[] = [[start]];
  const seen = new Set<ArtifactId>();
  for (let head = 0; head < queue.length; head += 1) {
    const path = queue[head] ?? [];
    const last = path[path.length - 1];
    if (last === undefined) continue;
    for (const next of edges.get(last) ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return undefined;
}
