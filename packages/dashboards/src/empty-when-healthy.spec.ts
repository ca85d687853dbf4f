import { describe, expect, it } from '@jest/globals';
import { environmentNamed } from '@bud-o11y/model';
import { dashboards, emptyWhenHealthy, renderDashboards } from './index.ts';

const artifacts = new Map(renderDashboards(environmentNamed('production')).map((artifact) => [artifact.name, artifact]));

describe('emptyWhenHealthy', () => {
  it.each(dashboards)('of $uid names queries that its artifact has, and says why', (dashboard) => {
    const places = artifacts.get(dashboard.uid)?.queries.map(({ at }) => at) ?? [];
    const declared = [...emptyWhenHealthy(dashboard)];
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter(([at, reason]) => !places.includes(at) || reason.length < 10)).toEqual([]);
  });

  it('stays out of what Grafana reads', () => {
    for (const { text } of artifacts.values()) expect(text).not.toContain('emptyWhenHealthy');
  });
});
