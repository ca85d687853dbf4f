import type { ClusterIdentity } from './identity.ts';
import type { InventoryPlace } from './inventory/index.ts';
import type { Api, Clock } from './transport/index.ts';

/** What every part of the target works with. */
export interface Cluster {
  readonly api: Api;
  readonly identity: ClusterIdentity;
  /** Where inventory and lock are: the environment, and its own namespace. */
  readonly place: InventoryPlace;
  /** Value of the label that every object of this environment carries. */
  readonly setId: string;
  readonly clock: Clock;
}
