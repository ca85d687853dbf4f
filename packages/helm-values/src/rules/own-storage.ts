import { type ValueRule, at, below } from '../value-rule.ts';

const uses = ['blocks_storage', 'ruler_storage', 'alertmanager_storage'] as const;

/** Mimir's blocks, rules and Alertmanager state each in a bucket or under a prefix of their own: it refuses to start otherwise. */
export function ownStorage(base: string): ValueRule {
  return (values) => {
    const shared = at(values, below(base, 'common.storage.s3.bucket_name'));
    const places = uses.flatMap((use) => {
      if (at(values, below(base, use)) === undefined || shared === undefined) return [];
      const name = at(values, below(base, `${use}.s3.bucket_name`)) ?? shared;
      return [{ use, place: `${String(name)}/${String(at(values, below(base, `${use}.storage_prefix`)) ?? '')}` }];
    });
    return places.flatMap(({ use, place }, index) => {
      const first = places.find((other) => other.place === place);
      if (first === undefined || places.indexOf(first) === index) return [];
      return [{ path: below(base, use), what: `${use} and ${first.use} are both at ${place}`, fix: `give ${use} a storage_prefix or a bucket of its own` }];
    });
  };
}

/** No two programs keep what they store in one bucket: each compacts and deletes what it finds there. */
export function ownBucket(use: 'mimir' | 'loki' | 'tempo', path: string): ValueRule {
  return (_values, { objectStore: { buckets } }) =>
    Object.entries(buckets)
      .filter(([other, name]) => other !== use && name === buckets[use])
      .map(([other, name]) => ({ path, what: `the bucket ${name} is also that of ${other}`, fix: 'choose another name in objectStore.buckets of the environment' }));
}
