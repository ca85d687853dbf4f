import { describe, expect, it } from '@jest/globals';
import { chartPins, charts } from './index.ts';

describe('charts', () => {
  it('names each release once, sorted, and pins a released version', () => {
    const releases = charts.map(({ release }) => release);
    expect(releases).toEqual([...new Set(releases)].sort());
    for (const { name, version } of Object.values(chartPins)) expect({ name, released: /^\d+\.\d+\.\d+$/.test(version) }).toEqual({ name, released: true });
  });
});
