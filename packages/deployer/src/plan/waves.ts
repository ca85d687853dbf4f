import { type Artifact, type ArtifactId, artifactId, compareText, type Problem } from '@bud-o11y/model';
import type { Edges } from './graph.ts';

/** The waves of an apply, first to last. An artifact never needs one of a later wave. */
export const waveNames = [
  'namespaces and storage',
  'backends',
  'collectors',
  'datasources',
  'recording rules',
  'alerts and routing',
  'dashboards',
] as const;

export type WaveName = (typeof waveNames)[number];

const layerWaves = { storage: 'namespaces and storage', backends: 'backends', collectors: 'collectors' } as const;

/** The wave in which an artifact is applied: its kind says it, or the layer of its release. */
export function waveOf(artifact: Artifact): WaveName {
  switch (artifact.kind) {
    case 'helm-values':
    case 'program-config':
      return layerWaves[artifact.layer];
    case 'datasources':
      return 'datasources';
    case 'recording-rules':
      return 'recording rules';
    case 'alert-rules':
    case 'alertmanager':
      return 'alerts and routing';
    case 'dashboard':
    case 'access':
      return 'dashboards';
  }
}

/** One Problem per edge that points to a later wave: what is needed would come after what needs it. */
export function laterNeeds(artifacts: readonly Artifact[], edges: Edges): readonly Problem[] {
  const byId = new Map(artifacts.map((artifact) => [artifactId(artifact), artifact]));
  return artifacts.flatMap((artifact) =>
    (edges.get(artifactId(artifact)) ?? []).flatMap((need): Problem[] => {
      const needed = byId.get(need);
      if (needed === undefined || waveIndex(waveOf(needed)) <= waveIndex(waveOf(artifact))) return [];
      return [{
        code: 'plan-later-need',
        severity: 'error',
        where: { artifact: artifactId(artifact), file: artifact.source },
        what: `${artifactId(artifact)} (${waveOf(artifact)}) needs ${need} (${waveOf(needed)})`,
        why: 'waves are applied in order: what is needed would not be there yet',
        fix: `remove the need from ${artifact.source}, or move one of the two to another wave`,
      }];
    }),
  );
}

/** Position of a wave, 0 first. */
export function waveIndex(wave: WaveName): number {
  return waveNames.indexOf(wave);
}

/**
 * Artifacts in the order of an apply: wave by wave, inside a wave what is needed before what needs it, then by id.
 * Promises the same order for the same set, however it is given. `edges` must be free of cycles.
 */
export function applyOrder(artifacts: readonly Artifact[], edges: Edges): readonly Artifact[] {
  const ordered: Artifact[] = [];
  const done = new Set<ArtifactId>();
  const byId = new Map(artifacts.map((artifact) => [artifactId(artifact), artifact]));
  const visit = (artifact: Artifact): void => {
    const id = artifactId(artifact);
    if (done.has(id)) return;
    done.add(id);
    for (const need of edges.get(id) ?? []) {
      const needed = byId.get(need);
      if (needed !== undefined) visit(needed);
    }
    ordered.push(artifact);
  };
  const byWave = [...artifacts].sort((a, b) => waveIndex(waveOf(a)) - waveIndex(waveOf(b)) || compareText(artifactId(a), artifactId(b)));
  for (const artifact of byWave) visit(artifact);
  return ordered;
}
