import { describe, expect, it } from '@jest/globals';
import { type DashboardArtifact, classicDashboard, environmentNamed, environmentNames } from '@bud-o11y/model';
import { renderDashboards } from '../index.ts';
import { elementName } from './panel.ts';
import { variableKind } from './variables.ts';

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface ClassicPanel {
  readonly type: string;
  readonly id: number;
  readonly title: string;
  readonly gridPos: Grid;
  readonly collapsed?: boolean;
  readonly targets: readonly Readonly<Record<string, unknown>>[];
  readonly options?: unknown;
  readonly fieldConfig: unknown;
  readonly panels?: readonly ClassicPanel[];
}

interface Classic {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly ClassicPanel[];
  readonly templating: { readonly list: readonly { readonly name: string }[] };
  readonly annotations: { readonly list: readonly { readonly name: string; readonly expr: string; readonly step: string; readonly titleFormat: string }[] };
}

interface Query {
  readonly spec: { readonly refId: string; readonly hidden: boolean; readonly query: { readonly group: string; readonly datasource: { readonly name: string }; readonly spec: object } };
}

interface Element {
  readonly spec: { readonly id: number; readonly title: string; readonly data: { readonly spec: { readonly queries: readonly Query[] } }; readonly vizConfig: { readonly group: string; readonly spec: { readonly options: unknown; readonly fieldConfig: unknown } } };
}

interface Item {
  readonly spec: { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly element: { readonly name: string } };
}

interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec: {
    readonly title: string;
    readonly elements: Readonly<Record<string, Element>>;
    readonly variables: readonly { readonly spec: { readonly name: string } }[];
    readonly annotations: readonly { readonly spec: { readonly name: string; readonly query: { readonly spec: object }; readonly legacyOptions: object } }[];
    readonly layout: { readonly spec: { readonly rows: readonly { readonly spec: { readonly title: string; readonly collapse: boolean; readonly hideHeader: boolean; readonly layout: { readonly spec: { readonly items: readonly Item[] } } } }[] } };
  };
}

const asV2 = (name: string) => ({ ...environmentNamed(name), dashboardSchema: 'v2' as const });
const dashboardsOf = (name: string) => renderDashboards(asV2(name)).filter((artifact): artifact is DashboardArtifact => artifact.kind === 'dashboard');
const rendered = environmentNames.flatMap((name) =>
  dashboardsOf(name).map((artifact) => ({ name: `${name}/${artifact.name}`, artifact, resource: JSON.parse(artifact.text) as Resource, classic: classicDashboard(artifact) as unknown as Classic })),
);

const rowsOf = ({ spec }: Resource) => spec.layout.spec.rows.map((row) => row.spec);
const itemsOf = (resource: Resource) => rowsOf(resource).flatMap(({ layout }) => layout.spec.items.map((item) => item.spec));
const panelsOf = ({ panels }: Classic) => panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a dashboard as a resource', () => {
  it.each(rendered)('$name is named by its UID, in its folder, and counts no versions', ({ artifact, resource, classic }) => {
    expect(Object.keys(resource)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(resource).toMatchObject({ apiVersion: 'dashboard.grafana.app/v2', kind: 'Dashboard', spec: { title: classic.title, editable: false, cursorSync: 'Crosshair' } });
    expect(resource.metadata).toEqual({ name: classic.uid, annotations: { 'grafana.app/folder': artifact.folder } });
  });

  it.each(rendered)('$name has a place for every element, and an element at every place', ({ resource }) => {
    const placed = itemsOf(resource).map(({ element }) => element.name);
    expect(placed.toSorted()).toEqual(Object.keys(resource.spec.elements).toSorted());
    expect(new Set(placed).size).toBe(placed.length);
  });

  it.each(rendered)('$name asks what it asks in classic JSON', ({ resource, classic }) => {
    const asked = panelsOf(classic).map(({ id, targets }) => [elementName({ id }), targets]);
    const answered = Object.entries(resource.spec.elements).map(([name, { spec }]) => [
      name,
      spec.data.spec.queries.map(({ spec: { refId, query } }) => ({ ...query.spec, refId, datasource: { type: query.group, uid: query.datasource.name } })),
    ]);
    expect(Object.fromEntries(answered)).toEqual(json(Object.fromEntries(asked)));
  });

  it.each(rendered)('$name looks as it looks in classic JSON', ({ resource, classic }) => {
    for (const { id, type, title, options = {}, fieldConfig } of panelsOf(classic)) {
      const { spec } = resource.spec.elements[elementName({ id })] ?? {};
      expect({ id: spec?.id, title: spec?.title, type: spec?.vizConfig.group, ...spec?.vizConfig.spec }).toEqual(json({ id, title, type, options, fieldConfig }));
    }
  });

  it.each(rendered)('$name has the same rows and the same grid, counted from the top of each row', ({ resource, classic }) => {
    const headers = classic.panels.filter(({ type }) => type === 'row');
    expect(rowsOf(resource).map(({ title, collapse, hideHeader }) => [title, collapse, hideHeader])).toEqual([['', false, true], ...headers.map(({ title, collapsed }) => [title, collapsed, false])]);
    const tops = [0, ...headers.map(({ gridPos }) => gridPos.y + 1)];
    const places = rowsOf(resource).flatMap(({ layout }, row) => layout.spec.items.map(({ spec }) => [spec.element.name, { x: spec.x, y: spec.y + (tops[row] ?? 0), w: spec.width, h: spec.height }]));
    expect(Object.fromEntries(places)).toEqual(Object.fromEntries(panelsOf(classic).map((panel) => [elementName(panel), panel.gridPos])));
  });

  it.each(rendered)('$name has the same variables and annotations, in order', ({ resource, classic }) => {
    expect(resource.spec.variables.map(({ spec }) => spec.name)).toEqual(classic.templating.list.map(({ name }) => name));
    expect(resource.spec.annotations.map(({ spec: { name, query, legacyOptions } }) => ({ name, ...query.spec, ...legacyOptions }))).toEqual(
      classic.annotations.list.map(({ name, expr, step, titleFormat }) => expect.objectContaining({ name, expr, interval: step, titleFormat })),
    );
  });

  it('gives the same bytes twice', () => {
    expect(dashboardsOf('production').map(({ text }) => text)).toEqual(dashboardsOf('production').map(({ text }) => text));
  });
});

describe('variableKind', () => {
  it('refuses a type that it would have to guess', () => {
    expect(() => variableKind({ type: 'adhoc' as never, name: 'filters' })).toThrow('variable filters is of type adhoc, which the v2 emitter does not know');
  });
});
