import { describe, expect, it } from '@jest/globals';
import { type DashboardArtifact, environmentNamed } from '@bud-o11y/model';
import { renderDashboards } from './index.ts';

const overview = renderDashboards(environmentNamed('production')).find((artifact): artifact is DashboardArtifact => artifact.kind === 'dashboard' && artifact.name === 'platform-overview');
const folder = 'packages/dashboards/src/dashboards/platform-overview';

describe('the files of a dashboard', () => {
  it.each([
    ['panel 11 (Service state)', 'services.ts'],
    ['panel 1001 (Services)', 'services.ts'],
    ['panel 1 (Firing pages)', 'health.ts'],
    ['panel 57 (Certificates)', 'trust.ts'],
  ])('%s is declared in %s', (place, file) => {
    expect(overview?.panelFiles).toHaveProperty([place], `${folder}/${file}`);
  });

  it('are those of the queries of its panels; its own holds variables and annotations', () => {
    const files = Map.groupBy(overview?.queries ?? [], ({ at }) => at.split(' ')[0]);
    expect(new Set(files.get('panel')?.map(({ file }) => file))).toEqual(new Set(Object.values(overview?.panelFiles ?? {})));
    expect(new Set(files.get('variable')?.map(({ file }) => file))).toEqual(new Set([undefined]));
    expect(overview?.source).toBe(`${folder}/index.ts`);
  });
});
