import { environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, problemsOf } from '../fixtures.ts';
import { environmentDashboardSchema } from './environment-dashboard-schema.ts';

const found = (dashboardSchema: 'classic' | 'v2') => problemsOf(environmentDashboardSchema, [dashboard('a'), dashboard('b')], { environment: { ...environmentNamed('production'), dashboardSchema } });

describe('environment-dashboard-schema', () => {
  it('finds an environment whose dashboards nothing brings into Grafana, once', () => {
    expect(found('v2').map(({ where, severity }) => [severity, where])).toEqual([['warning', { file: 'packages/model/src/environments/production.ts', path: 'dashboardSchema' }]]);
  });

  it('accepts classic dashboards', () => {
    expect(found('classic')).toEqual([]);
  });
});
