import { type DashboardArtifact, type Environment, folders, markers, objectNames } from '@bud-o11y/model';
import { configMapDraft } from './config-map.ts';
import type { Draft } from './draft.ts';
import { objectName } from './names.ts';

/** One ConfigMap per dashboard: Grafana's sidecar finds it by label, and its folder by annotation (decisions 9). */
export function dashboardDraft(artifact: DashboardArtifact, environment: Environment): Draft {
  const uid = typeof artifact.data['uid'] === 'string' ? artifact.data['uid'] : artifact.name;
  return configMapDraft({
    artifact,
    environment,
    name: objectName(`${objectNames.dashboardPrefix}${uid}`),
    data: { [`${uid}.json`]: artifact.text },
    labels: { [markers.dashboardLabel]: '1' },
    annotations: { [markers.folderAnnotation]: Object.values(folders).find((folder) => folder.uid === artifact.folder)?.title ?? artifact.folder },
  });
}
