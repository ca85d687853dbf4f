import { type Environment, environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../fixtures.ts';
import { environmentSharedStore } from './environment-shared-store.ts';

const [dev, local, staging, production] = [environmentNamed('dev'), environmentNamed('local'), environmentNamed('staging'), environmentNamed('production')];
const storing = (environment: Environment, change: Partial<Environment['objectStore']>): Environment => ({ ...environment, objectStore: { ...environment.objectStore, ...change } });
const found = (environment: Environment, ...others: readonly Environment[]) => problemsOf(environmentSharedStore, [], { environment, environments: [environment, ...others] }).map(({ what }) => what);
const endpoint = 's3.bud.test';
const buckets = { mimir: 'm', loki: 'l', tempo: 't', logArchive: 'a' };

describe('environment-shared-store', () => {
  it('finds the buckets that an environment shares with another one, in one problem', () => {
    expect(found(storing(staging, { endpoint }), storing(production, { endpoint: 'S3.bud.test' }))).toEqual([
      'bucket bud-mimir (mimir), bucket bud-loki (loki), bucket bud-tempo (tempo), bucket bud-loki-archive (logArchive) at s3.bud.test is that of production too',
    ]);
  });

  it('finds a bucket that the other one uses for something else', () => {
    expect(found(storing(staging, { endpoint }), storing(production, { endpoint, buckets: { ...buckets, tempo: 'bud-loki' } }))).toEqual(['bucket bud-loki (loki) at s3.bud.test is that of production too']);
  });

  it('accepts another store, other buckets in the same store, and an archive that nobody writes', () => {
    expect(found(staging, production, dev)).toEqual([]);
    expect(found(storing(staging, { endpoint }), storing(production, { endpoint, buckets }))).toEqual([]);
    expect(found(storing(dev, { endpoint }), storing(production, { endpoint, buckets: { ...buckets, logArchive: dev.objectStore.buckets.logArchive } }))).toEqual([]);
  });

  it('accepts this machine, which stores on disk', () => {
    expect(found(storing(staging, { endpoint }), storing(local, { endpoint }))).toEqual([]);
    expect(found(storing(local, { endpoint }), storing(staging, { endpoint }))).toEqual([]);
  });
});
