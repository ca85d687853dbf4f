import { describe, expect, it } from '@jest/globals';
import { type Environment, type DashboardUid, dashboardNames, environmentNamed, environmentNames } from '@bud-o11y/model';
import { dashboards, renderDashboards, schemaVersion } from './index.ts';
import { gridColumns } from './layout.ts';

interface PanelJson {
  readonly type: string;
  readonly id: number;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly refId: string; readonly expr?: string; readonly query?: string; readonly legendFormat?: string; readonly datasource: { readonly uid: string } }[];
  readonly panels?: readonly PanelJson[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string; readonly noValue?: string; readonly thresholds: { readonly steps: readonly { readonly value: number | null }[] } }; readonly overrides: readonly { readonly properties: readonly { readonly id: string; readonly value: unknown }[] }[] };
}

interface DashboardJson {
  readonly uid: string;
  readonly schemaVersion: number;
  readonly panels: readonly PanelJson[];
}

const rendered = environmentNames.flatMap((name) => {
  const environment: Environment = environmentNamed(name);
  return renderDashboards(environment).filter(({ kind }) => kind === 'dashboard').map((artifact) => ({
    name: `${name}/${artifact.name}`, artifact, json: JSON.parse(artifact.text) as DashboardJson,
  }));
});

const documentUids = ['platform-overview', 'inference-metrics', 'resource-util', 'error-tracking', 'cluster-status', 'audit-activity'];
const document = rendered.filter(({ json }) => documentUids.includes(json.uid));

const flat = (panels: readonly PanelJson[]): readonly PanelJson[] => panels.flatMap((panel) => [panel, ...flat(panel.panels ?? [])]);
const content = (json: DashboardJson): readonly PanelJson[] => flat(json.panels).filter(({ type }) => type !== 'row');

describe('every dashboard of every environment', () => {
  it('is one of the model\'s names, and the six of document 7.1 are among them', () => {
    expect(dashboards.map(({ uid }) => uid)).toEqual(Object.keys(dashboardNames).sort());
    expect(rendered).toHaveLength(dashboards.length * environmentNames.length);
    expect(document).toHaveLength(6 * environmentNames.length);
  });

  it.each(rendered)('$name has no problem', ({ artifact }) => {
    expect(artifact.problems).toEqual([]);
  });

  it.each(rendered)('$name imports twice without a change: no id, no version, one schema', ({ json }) => {
    expect(json).not.toHaveProperty('id');
    expect(json).not.toHaveProperty('version');
    expect(json.schemaVersion).toBe(schemaVersion);
  });

  it.each(rendered)('$name is written in one order: keys by name, panels as they are read', ({ json }) => {
    expect(unsorted(json)).toEqual([]);
    for (const group of [json.panels, ...json.panels.map(({ panels }) => panels ?? [])]) {
      const places = group.map(({ gridPos }) => gridPos.y * gridColumns + gridPos.x);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it.each(document)('$name holds at least eight panels', ({ json }) => {
    expect(content(json).length).toBeGreaterThanOrEqual(8);
  });

  it.each(rendered)('$name gives each panel and each row an id of its own', ({ json }) => {
    const ids = flat(json.panels).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(rendered)('$name implements every panel that alerts open', ({ json }) => {
    const ids = content(json).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.values(dashboardNames[json.uid as DashboardUid].panels)));
  });

  it.each(rendered)('$name opens with a row of stats', ({ json }) => {
    const first = json.panels.filter(({ gridPos }) => gridPos.y === 0);
    expect(new Set(first.map(({ type }) => type))).toEqual(new Set(['stat']));
  });

  it.each(rendered)('$name keeps its panels inside the grid and apart', ({ json }) => {
    for (const group of [json.panels, ...json.panels.map(({ panels }) => panels ?? [])]) {
      for (const [at, { title, gridPos }] of group.entries()) {
        expect({ title, right: gridPos.x + gridPos.w <= gridColumns }).toEqual({ title, right: true });
        expect(group.slice(at + 1).filter((other) => overlap(gridPos, other.gridPos)).map((other) => [title, other.title])).toEqual([]);
      }
    }
  });

  it.each(rendered)('$name says of each panel what it shows, in which unit, from which store', ({ json }) => {
    for (const panel of content(json)) {
      expect(panel.title.length).toBeGreaterThan(1);
      expect(panel.description ?? '').toMatch(/^.{5,}[.)]$/);
      expect(panel.fieldConfig?.defaults.unit).toBeTruthy();
      expect(panel.fieldConfig?.defaults.noValue).toBeTruthy();
      expect(panel.datasource?.uid).toMatch(/^\$\{\w+\}$/);
    }
  });

  it.each(rendered)('$name asks one store per panel, by named and legible targets', ({ json }) => {
    for (const { title, targets = [], datasource, type } of content(json)) {
      expect({ title, stores: [...new Set(targets.map((target) => target.datasource.uid))] }).toEqual({ title, stores: [datasource?.uid] });
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
      expect(targets.length).toBeLessThanOrEqual(6);
      for (const { expr, query, legendFormat } of targets) {
        expect(expr ?? query).toBeTruthy();
        if (type !== 'table' && query === undefined) expect(legendFormat).toMatch(/^(?!__auto).+/);
      }
    }
  });

  it.each(rendered)('$name has thresholds that begin with null and rise', ({ json }) => {
    for (const { title, fieldConfig } of content(json)) {
      const overrides = fieldConfig?.overrides.flatMap(({ properties }) => properties).filter(({ id }) => id === 'thresholds') ?? [];
      const all = [fieldConfig?.defaults.thresholds, ...overrides.map(({ value }) => value as { steps: { value: number | null }[] })];
      for (const thresholds of all) {
        const values = thresholds?.steps.map(({ value }) => value) ?? [];
        expect({ title, first: values[0] }).toEqual({ title, first: null });
        expect({ title, values: values.slice(1) }).toEqual({ title, values: values.slice(1).toSorted((a, b) => (a ?? 0) - (b ?? 0)) });
      }
    }
  });
});

describe('renderDashboards', () => {
  it('gives the same bytes twice', () => {
    const texts = () => renderDashboards(environmentNamed('production')).map(({ path, text }) => `${path}\n${text}`);
    expect(texts()).toEqual(texts());
  });

  it('names each artifact and each path once', () => {
    const artifacts = renderDashboards(environmentNamed('local'));
    expect(new Set(artifacts.map(({ kind, name }) => `${kind}:${name}`)).size).toBe(artifacts.length);
    expect(new Set(artifacts.map(({ path }) => path)).size).toBe(artifacts.length);
  });

  it.each([
    ['vllm', 'inference-metrics', 'Engine (vLLM)'],
    ['dcgm', 'resource-util', 'GPU devices (DCGM)'],
  ] as const)('adds the rows of pack %s only where it is switched on', (pack, uid, title) => {
    const local = environmentNamed('local');
    const rows = (environment: Environment) => (JSON.parse(renderDashboards(environment).find(({ name }) => name === uid)?.text ?? '') as DashboardJson).panels.map((panel) => panel.title);
    expect([rows({ ...local, packs: [] }).includes(title), rows({ ...local, packs: [pack] }).includes(title)]).toEqual([false, true]);
  });

  it('leaves out panels over recordings that the environment does not keep, and nothing else', () => {
    const local = environmentNamed('local');
    const titles = (environment: Environment) =>
      renderDashboards(environment).flatMap(({ kind, text }) => (kind === 'dashboard' ? content(JSON.parse(text) as DashboardJson).map(({ title }) => title) : []));
    const short = titles({ ...local, retention: { ...local.retention, metrics: '7d' } });
    const lost = titles(local).filter((title) => !short.includes(title));
    expect(lost.toSorted()).toEqual(['Budget lasts (worst)', 'Budget over 30 days', 'Budget remaining', 'Error budget left (worst)', 'Error budget left by service']);
  });
});

/** Places whose keys are not in the order of their names. */
function unsorted(value: unknown, at = ''): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Object.keys(value);
  const here = Array.isArray(value) || keys.join() === keys.toSorted().join() ? [] : [at];
  return [...here, ...Object.entries(value).flatMap(([key, below]) => unsorted(below, `${at}/${key}`))];
}

function overlap(a: PanelJson['gridPos'], b: PanelJson['gridPos']): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
