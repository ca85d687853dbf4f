import { environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { dashboard, panel, problemsOf, target } from '../fixtures.ts';
import { dashboardSampled } from './dashboard-sampled.ts';

const traces = { datasource: { type: 'tempo' }, query: '{ status = error }' };
const found = (title: string, asked: object, environment = environmentNamed('production')) => problemsOf(dashboardSampled, [dashboard('a', { panels: [panel(11, { title, targets: [asked] })] })], { environment }).map(({ where }) => where.path);

describe('dashboard-sampled', () => {
  it('finds a panel of traces that does not say so, where traces are sampled', () => {
    expect(found('Failed spans', traces)).toEqual(['panel 11 (Failed spans)']);
    expect(found('Failed spans', traces, environmentNamed('local'))).toEqual([]);
  });

  it('accepts one that says so, and panels of metrics', () => {
    expect(found('Failed spans (sampled)', traces)).toEqual([]);
    expect(found('Failed requests', target('up'))).toEqual([]);
  });
});
