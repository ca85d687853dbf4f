import type { Problem } from '@bud-o11y/model';
import type { WaveName } from './waves.ts';

/** One thing that a target shall hold: an artifact at the address that the target's layout gives it. */
export interface DesiredObject {
  /** The target's own key: a path with `/` on the directory target. */
  readonly address: string;
  /** The artifact that it comes from, or whatever else it comes from. */
  readonly artifact: string;
  readonly wave: WaveName;
  /** Addresses of what must be in place first, as far as it is applied too. Free of circles. */
  readonly needs: readonly string[];
  /** Hex sha256 of `text`. */
  readonly digest: string;
  readonly text: string;
}

/** What the inventory says that we own. */
export interface OwnedObject {
  readonly address: string;
  readonly artifact: string;
  readonly wave: WaveName;
  /** The digest of what we wrote last; absent when an apply meant to write it and did not say that it did. */
  readonly digest?: string;
  /** The digest that an unfinished apply meant to write. */
  readonly intended?: string;
}

/** What stands at an address now. `blocked` says why nothing may be written there. */
export type LiveObject =
  | { readonly state: 'absent' }
  | { readonly state: 'present'; readonly digest: string }
  | { readonly state: 'blocked'; readonly problem: Problem };

/** How far the inventory can be trusted. Without one nothing is ever pruned. */
export type InventoryState = 'none' | 'complete' | 'unfinished' | 'damaged';

/** What a target holds, as one read saw it. */
export interface Snapshot {
  readonly inventory: InventoryState;
  readonly owned: readonly OwnedObject[];
  /** One entry for every desired and every owned address. */
  readonly live: ReadonlyMap<string, LiveObject>;
  /** Faults that stop an apply (errors) or that a person should know (warnings). */
  readonly problems: readonly Problem[];
  /** Whether a lock lies there, held or left behind. */
  readonly locked: boolean;
}
