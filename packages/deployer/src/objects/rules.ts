import { type AlertRulesArtifact, artifactId, type Environment, markers, type RecordingRulesArtifact } from '@bud-o11y/model';
import { waveOf } from '../plan/waves.ts';
import type { Draft } from './draft.ts';
import { objectName, ownLabels } from './names.ts';

/** Group and version under which the operator's kinds are served. */
export const monitoringApiVersion = 'monitoring.coreos.com/v1';

const prefixes = { 'recording-rules': 'bud-rules', 'alert-rules': 'bud-alerts' } as const;

/**
 * One PrometheusRule per group, with the labels by which its evaluator picks it up (decisions 8). `after` are the
 * groups that record what it reads.
 */
export function rulesDraft(artifact: RecordingRulesArtifact | AlertRulesArtifact, environment: Environment, after: Draft['after']): Draft {
  const [group] = artifact.data.groups;
  return {
    object: {
      apiVersion: monitoringApiVersion,
      kind: 'PrometheusRule',
      metadata: {
        name: objectName(`${prefixes[artifact.kind]}-${artifact.evaluator}-${group.name}`),
        namespace: environment.namespaces.observability,
        labels: { ...ownLabels(environment), [markers.ruler]: artifact.evaluator },
      },
      spec: { groups: [group] },
    },
    source: `generator:${artifact.project}`,
    wave: waveOf(artifact),
    artifact: artifactId(artifact),
    ...(after === undefined ? {} : { after }),
  };
}
