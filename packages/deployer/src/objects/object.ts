import type { ArtifactId, GeneratorProject } from '@bud-o11y/model';
import type { WaveName } from '../plan/waves.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import type { ObjectKey } from './object-key.ts';

/** Who an object comes from. The inventory keeps it: what a source that could not be rendered owns is not pruned. */
export type ObjectSource = `generator:${GeneratorProject | 'environment'}` | `release:${string}`;

/** What the engine may do with an object beyond applying it. */
export interface ObjectPolicy {
  /** `keep`: never deleted, because others' objects or data would go with it. */
  readonly prune: 'delete' | 'keep';
  /**
   * What happens when a field that cannot change would change. `replace`: deleted and made again, where nothing is lost by
   * it; `replaceOrphan`: the same, its pods left to the new one.
   */
  readonly onImmutable: 'fail' | 'replace' | 'replaceOrphan';
  /** Fields that are ours although the manager that is named declares or guards them. */
  readonly takes?: readonly FieldClaim[];
  /** Fields that somebody else owns on purpose: `object` is without them, and they are nobody's drift. */
  readonly ignores?: readonly string[];
}

/** One field, as plans print it, of one manager. */
export interface FieldClaim {
  readonly field: string;
  readonly from: string;
}

/** One object that an environment shall have. */
export interface PlacedObject {
  readonly key: ObjectKey;
  readonly object: KubernetesObject;
  /** The JSON of `object`, exactly as it is sent. */
  readonly text: string;
  /** Hex sha256 of `text`. */
  readonly digest: string;
  readonly source: ObjectSource;
  /** For people: the order of an apply comes from `needs`. Nothing needs an object of a later wave. */
  readonly wave: WaveName;
  /** Objects of the same environment that must be ready first, sorted. Free of circles. */
  readonly needs: readonly ObjectKey[];
  readonly policy: ObjectPolicy;
  /** Absent for what comes from the environment itself: Namespaces. */
  readonly artifact?: ArtifactId;
}
