import type { ArtifactId } from '@bud-o11y/model';
import type { WaveName } from '../plan/waves.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import type { ObjectSource } from './object.ts';

/** When a chart wants an object applied: before or after the workloads of its release, in the order of the weights. */
export interface Hook {
  readonly when: 'before' | 'after';
  readonly weight: number;
}

/** An object before its edges are known. `wave` is the one that its origin asks for. */
export interface Draft {
  readonly object: KubernetesObject;
  readonly source: ObjectSource;
  readonly wave: WaveName;
  readonly artifact?: ArtifactId;
  readonly hook?: Hook;
  /** Artifacts whose objects must be there first. */
  readonly after?: readonly ArtifactId[];
}
