import { type DatasourcesArtifact, type Environment, markers, objectNames } from '@bud-o11y/model';
import { configMapDraft } from './config-map.ts';
import type { Draft } from './draft.ts';

/** The provisioned data sources, which Grafana's sidecar finds by label. They hold no secret (decisions 9). */
export function datasourcesDraft(artifact: DatasourcesArtifact, environment: Environment): Draft {
  return configMapDraft({ artifact, environment, name: objectNames.grafanaDatasources, data: { 'datasources.yaml': artifact.text }, labels: { [markers.datasourceLabel]: '1' } });
}
