import type { ArtifactId, Environment, RecordingRulesArtifact } from '@bud-o11y/model';
import { type RecordingGroup, groupsThatRecord, isKept, renderGroup } from './group.ts';
import { budRecordings } from './groups/bud-recordings.ts';
import { budRecordingsClusters } from './groups/bud-recordings-clusters.ts';
import { budRecordingsPlatform } from './groups/bud-recordings-platform.ts';
import { budSloInference } from './groups/bud-slo-inference.ts';
import { budSloInference30d } from './groups/bud-slo-inference-30d.ts';
import { budSloInferenceLong } from './groups/bud-slo-inference-long.ts';
import { budSloServices } from './groups/bud-slo-services.ts';
import { budSloServices30d } from './groups/bud-slo-services-30d.ts';
import { budSloServicesLong } from './groups/bud-slo-services-long.ts';

export { type RecordingGroup, isKept } from './group.ts';
export type { AnyRecorded, Recorded, RecordingRule } from './recording.ts';
export * from './groups/bud-recordings.ts';
export * from './groups/bud-recordings-clusters.ts';
export * from './groups/bud-recordings-platform.ts';
export * from './groups/bud-slo-inference.ts';
export * from './groups/bud-slo-inference-30d.ts';
export * from './groups/bud-slo-inference-long.ts';
export * from './groups/bud-slo-services.ts';
export * from './groups/bud-slo-services-30d.ts';
export * from './groups/bud-slo-services-long.ts';
export * from './slo.ts';
export * from './slos.ts';

/** Every recording-rule group, in name order. One file each under groups/. */
export const recordingGroups: readonly RecordingGroup[] = [
  budRecordings,
  budRecordingsClusters,
  budRecordingsPlatform,
  budSloInference,
  budSloInference30d,
  budSloInferenceLong,
  budSloServices,
  budSloServices30d,
  budSloServicesLong,
];

/** The rule files of one environment; groups that read further back than it keeps metrics are left out. Pure. */
export function renderRules(environment: Environment): readonly RecordingRulesArtifact[] {
  const groups = recordingGroups.filter((group) => isKept(environment, group.reads));
  return groups.map((group) => renderGroup(group, environment, groups));
}

/** The rule groups that must be in place before something that reads the given series can work. */
export function recordingsFor(series: readonly string[], environment: Environment): readonly ArtifactId[] {
  return groupsThatRecord(series, recordingGroups.filter((group) => isKept(environment, group.reads)));
}
