import { compareText } from '@bud-o11y/model';
import { keyParts } from '../../objects/object-key.ts';
import { waveIndex } from '../../plan/waves.ts';
import type { InventoryEntry } from './inventory/index.ts';

/** Kinds that go before and after the others of their wave: what calls a workload first, what a workload needs last. */
const first: ReadonlySet<string> = new Set(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration', 'APIService']);
const last: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'StorageClass', 'PriorityClass']);

const workloads: ReadonlySet<string> = new Set(['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'batch/CronJob', 'batch/Job']);

/** The order of deletions: waves backwards; then by key, backwards too. */
export function compareDeletions(a: InventoryEntry, b: InventoryEntry): number {
  return Number(isFirst(b)) - Number(isFirst(a)) || waveIndex(b.wave) - waveIndex(a.wave) || rank(a) - rank(b) || compareText(b.key, a.key);
}

/** A workload stays until its pods are gone, so that whoever waits for it waits for them. */
export function propagationOf({ key }: InventoryEntry): 'Background' | 'Foreground' {
  const { group, kind } = keyParts(key);
  return workloads.has(`${group}/${kind}`) ? 'Foreground' : 'Background';
}

/** A webhook whose workload is gone refuses every write of its kinds: it goes before everything, whatever its wave. */
function isFirst({ key }: InventoryEntry): boolean {
  return first.has(keyParts(key).kind);
}

function rank({ key }: InventoryEntry): number {
  return last.has(keyParts(key).kind) ? 1 : 0;
}
