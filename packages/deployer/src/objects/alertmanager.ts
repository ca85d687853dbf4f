import { type AlertmanagerArtifact, type Environment, objectNames } from '@bud-o11y/model';
import { configMapDraft } from './config-map.ts';
import type { Draft } from './draft.ts';

/** The routing, as the file that the Alertmanager release mounts; its secrets are files too (decisions 6). */
export function alertmanagerDraft(artifact: AlertmanagerArtifact, environment: Environment): Draft {
  return configMapDraft({ artifact, environment, name: objectNames.alertmanagerConfig, data: { 'alertmanager.yaml': artifact.text } });
}
