import { type Environment, environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../fixtures.ts';
import { retentionSloWindow } from './retention-slo-window.ts';

const dev = environmentNamed('dev');
const keeping = (metrics: Environment['retention']['metrics']) => problemsOf(retentionSloWindow, [], { environment: { ...dev, retention: { ...dev.retention, metrics } } });

describe('retention-slo-window', () => {
  it('warns once, naming the objectives', () => {
    const problems = keeping('29d');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'warning', where: { path: 'retention.metrics' } });
    expect(problems[0]?.what).toContain('gateway-availability (30d)');
  });

  it('accepts retention as long as the window', () => {
    expect(keeping('30d')).toEqual([]);
  });
});
