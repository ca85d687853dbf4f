import type { Environment } from '@bud-o11y/model';
import { bundleCheck } from '../check.ts';

/** No two environments in Kubernetes keep their blocks, chunks or traces in the same bucket of the same object store. */
export const environmentSharedStore = bundleCheck({
  id: 'environment-shared-store',
  severity: 'error',
  why: 'the compactors and retention of the two delete and merge each other\'s data, and either reads what the other wrote',
  appliesTo: [],
  *run({ environment, environments }) {
    if (environment.target.kind !== 'kubernetes') return;
    const own = bucketsOf(environment);
    for (const other of environments) {
      if (other.name === environment.name || other.target.kind !== 'kubernetes') continue;
      if (endpointOf(other) !== endpointOf(environment)) continue;
      const theirs = new Set(bucketsOf(other).map(({ bucket }) => bucket));
      const shared = own.filter(({ bucket }) => theirs.has(bucket));
      if (shared.length === 0) continue;
      yield {
        file: `packages/model/src/environments/${environment.name}.ts`,
        at: 'objectStore',
        what: `${shared.map(({ use, bucket }) => `bucket ${bucket} (${use})`).join(', ')} at ${environment.objectStore.endpoint} is that of ${other.name} too`,
        fix: 'set objectStore.endpoint to a store of its own, or choose other objectStore.buckets',
      };
    }
  },
});

/** Host names know no case. */
function endpointOf({ objectStore }: Environment): string {
  return objectStore.endpoint.toLowerCase();
}

/** Whatever the use: two programs in one bucket are as bad as the same program twice. */
function bucketsOf({ objectStore, retention }: Environment): readonly { readonly use: string; readonly bucket: string }[] {
  const uses = Object.entries(objectStore.buckets).map(([use, bucket]) => ({ use, bucket }));
  return uses.filter(({ use }) => use !== 'logArchive' || retention.logArchive !== undefined);
}
