import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { chartOf } from '../testing/broken.ts';
import type { MimirValues } from './mimir.ts';
import type { TempoOverrides } from './tempo-config.ts';

describe('the types of values', () => {
  it('know the keys of a release and of its program', () => {
    const values = chartOf('mimir').values(environmentNamed('production')) as MimirValues;
    expect(values.mimir.structuredConfig.limits.compactor_blocks_retention_period).toBe('90d');
    // @ts-expect-error a key that the chart does not know does not compile
    const misspelt: Partial<MimirValues> = { fullNameOverride: 'mimir' };
    // @ts-expect-error neither does a text for a number
    const wrong: MimirValues['gateway'] = { replicas: '2' };
    // @ts-expect-error nor the flat form of an override
    const flat: TempoOverrides = { max_traces_per_user: 50_000 };
    expect([misspelt, wrong, flat]).toHaveLength(3);
  });
});
