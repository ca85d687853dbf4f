import { type Problem, type QueryUse, hole, logql, promql } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { contextOf, dashboard, panel, target, variable } from './fixtures.ts';
import { type CheckId, checks } from './index.ts';
import type { JsonObject } from './json-view.ts';
import { run } from './run.ts';

interface Row {
  readonly what: string;
  readonly panels: readonly JsonObject[];
  readonly more?: JsonObject;
  readonly queries?: readonly QueryUse[];
  readonly code: CheckId;
  readonly path: string;
  readonly says: RegExp;
}

const errors = (json: JsonObject): JsonObject => panel(12, { title: 'Errors', ...json }, 12);
const needing = (name: string, other: string): JsonObject => variable(name, { query: `label_values(up{job=~"$${other}"}, namespace)` });

/** Wrong dashboards of issue 6, by the check that finds them and what it says. */
const rows: readonly Row[] = [
  { what: 'a panel outside the grid', panels: [panel(12, { title: 'Errors' }, 20)], code: 'dashboard-grid', path: 'panel 12 (Errors)', says: /does not fit into the 24 columns/ },
  { what: 'a panel over another', panels: [panel(11), panel(12, { title: 'Errors' }, 6)], code: 'dashboard-grid', path: 'panel 12 (Errors)', says: /overlaps panel 11/ },
  { what: 'two panels with one id', panels: [panel(12), errors({})], code: 'dashboard-duplicate', path: 'panel 12 (Errors)', says: /two panels with the id 12/ },
  { what: 'a cycle of variables', panels: [], more: { templating: { list: [needing('a', 'b'), needing('b', 'a')] } }, code: 'dashboard-variable-cycle', path: 'variable a', says: /needs itself: \$a -> \$b -> \$a/ },
  {
    what: 'a unit that the catalog contradicts', panels: [errors({ targets: [target('cluster_gpu_utilization')], fieldConfig: { defaults: { unit: 'percent' } } })],
    code: 'dashboard-unit-mismatch', path: 'panel 12 (Errors) target A', says: /shows percent, and by the catalog the query yields ratio/,
  },
  {
    what: 'a link to a dashboard that the environment does not ship', panels: [panel(1001, { type: 'row', panels: [errors({ fieldConfig: { defaults: { links: [{ url: '/d/gone?viewPanel=panel-1' }] } } })] })],
    code: 'dashboard-link-target', path: 'panel 12 (Errors) fieldConfig.defaults.links.0.url', says: /links to dashboard gone, which this environment does not ship/,
  },
  {
    what: 'a label that the metric does not have', panels: [errors({ targets: [target('sum by (flavour) (up)')] })], queries: [{ at: 'panel 12 Errors target A', query: promql`sum by (${hole('flavour')}) (${hole('up')})` }],
    code: 'query-unknown-label', path: 'panel 12 Errors target A', says: /uses flavour, which is no label of up/,
  },
  {
    what: 'a Loki selector that can match everything', panels: [errors({})], queries: [{ at: 'panel 12 Errors target A', query: logql`${hole('{app=~".*"}')}` }],
    code: 'query-stream-selector', path: 'panel 12 Errors target A', says: /selects by \{app=~"\.\*"\}, which can match everything/,
  },
];

function problems({ panels, more, queries }: Row): readonly Problem[] {
  return run(contextOf([dashboard('mine', { panels, ...more }, queries)]), { checks, suppressions: [], today: '2030-01-01' });
}

describe('a wrong dashboard', () => {
  it.each(rows)('$what is a problem of its source file and its place', (row) => {
    expect(problems(row).filter(({ code }) => code === row.code)).toEqual([
      expect.objectContaining({
        severity: 'error', what: expect.stringMatching(row.says), fix: expect.stringMatching(/\w/),
        where: { artifact: 'dashboard:mine', file: 'packages/dashboards/src/dashboards/mine/index.ts', path: row.path },
      }),
    ]);
  });
});
