import type { ArtifactId, GeneratorProject } from '@bud-o11y/model';
import type { WaveName } from '../plan/waves.ts';
import type { ObjectKey } from './object-key.ts';

export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** An object as plain JSON, with every field that it has, whether we know it or not. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly [field: string]: unknown;
}

/** Who an object comes from. The inventory keeps it: what a source that could not be rendered owns is not pruned. */
export type ObjectSource = `generator:${GeneratorProject | 'environment'}` | `release:${string}`;

/** What the engine may do with an object beyond applying it. */
export interface ObjectPolicy {
  /** `keep`: never deleted, because others' objects or data would go with it. */
  readonly prune: 'delete' | 'keep';
  /** What happens when a field that cannot change would change; `replace` only where nothing is lost by it. */
  readonly onImmutable: 'fail' | 'replace';
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
