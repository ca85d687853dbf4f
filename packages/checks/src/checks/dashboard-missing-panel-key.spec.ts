import { dashboardNames } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf } from '../fixtures.ts';
import { dashboardMissingPanelKey } from './dashboard-missing-panel-key.ts';

const complete = Object.entries(dashboardNames).map(([uid, { panels }]) => dashboard(uid, { panels: Object.values<number>(panels).map((id) => panel(id)) }));

describe('dashboard-missing-panel-key', () => {
  it('finds a dashboard that is promised and not there', () => {
    const [first, ...others] = complete;
    expect(problemsOf(dashboardMissingPanelKey, others).map(({ what }) => what)).toEqual([`no dashboard has the UID ${first?.name}`]);
  });

  it('finds a panel that is promised and not there', () => {
    const [, ...others] = complete.filter(({ name }) => name !== 'audit-activity');
    const problems = problemsOf(dashboardMissingPanelKey, [complete[0] as (typeof complete)[0], ...others, dashboard('audit-activity', { panels: [panel(12)] })]);
    expect(problems.map(({ where, what }) => `${where.path}: ${what}`)).toEqual([expect.stringContaining('accountsWithMostFailures: has no panel 22')]);
  });

  it('accepts dashboards that keep every promise, in collapsed rows too', () => {
    const nested = dashboard('audit-activity', { panels: [panel(20, { type: 'row', panels: [panel(12), panel(22, {}, 12)] })] });
    expect(problemsOf(dashboardMissingPanelKey, [...complete.filter(({ name }) => name !== 'audit-activity'), nested])).toEqual([]);
  });
});
