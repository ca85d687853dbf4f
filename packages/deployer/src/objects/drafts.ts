import { artifactId, type ArtifactId, type Bundle, type Environment } from '@bud-o11y/model';
import { dependencyEdges } from '../plan/graph.ts';
import { alertmanagerDraft } from './alertmanager.ts';
import { dashboardDraft } from './dashboards.ts';
import { datasourcesDraft } from './datasources.ts';
import type { Draft } from './draft.ts';
import { namespaceDrafts } from './namespaces.ts';
import { rulesDraft } from './rules.ts';

/**
 * What the generators' artifacts become in a cluster, and the Namespaces. Access artifacts are requests that an
 * administrator sends, values become objects through their chart, and a program's own file belongs to a directory:
 * none of them is an object.
 */
export function generatorDrafts(bundle: Bundle, environment: Environment): readonly Draft[] {
  const edges = dependencyEdges(bundle.artifacts);
  const recorders = (id: ArtifactId): readonly ArtifactId[] => (edges.get(id) ?? []).filter((need) => need.startsWith('recording-rules:'));
  return [...namespaceDrafts(environment), ...bundle.artifacts.flatMap((artifact): Draft[] => {
    switch (artifact.kind) {
      case 'dashboard':
        return [dashboardDraft(artifact, environment)];
      case 'datasources':
        return [datasourcesDraft(artifact, environment)];
      case 'alertmanager':
        return [alertmanagerDraft(artifact, environment)];
      case 'recording-rules':
      case 'alert-rules':
        return [rulesDraft(artifact, environment, recorders(artifactId(artifact)))];
      case 'access':
      case 'helm-values':
      case 'program-config':
        return [];
    }
  })];
}
