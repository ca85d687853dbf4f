import { type DashboardArtifact, type Environment, type QueryUse, folders, makeArtifact, metricsRead } from '@bud-o11y/model';
import { isKept, recordingGroups, recordingsFor } from '@bud-o11y/rules';
import { DashboardBuilder, DashboardCursorSync, DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';
import { alertsOf } from './alerts-of-panel.ts';
import { annotations } from './annotations.ts';
import { inSight } from './in-sight.ts';
import type { Dashboard, Row } from './dashboard.ts';
import { flow, gridColumns } from './layout.ts';
import type { Panel } from './panels/panel.ts';
import { keptTargets, place } from './panels/place.ts';
import type { WrittenTarget } from './panels/target.ts';

/** Schema of classic dashboards that Grafana 12 and 13 write themselves; older ones are migrated when they are loaded. */
export const schemaVersion = 42;

type PanelJson = Readonly<Record<string, unknown>>;

interface Filled {
  readonly panel: Panel;
  readonly targets: readonly WrittenTarget[];
}

/** One dashboard of an environment, as classic JSON without `id` and `version`: importing it twice changes nothing. */
export function renderDashboard(dashboard: Dashboard, environment: Environment): DashboardArtifact {
  const source = `packages/dashboards/src/dashboards/${dashboard.uid}/index.ts`;
  const missing = seriesNotRecorded(environment);
  const rows = dashboard.rows.filter(({ pack }) => pack === undefined || environment.packs.includes(pack)).map((row) => ({ row, filled: fill(row, environment, missing) })).filter(({ filled }) => filled.length > 0);
  const queries = [...rows.flatMap(({ filled }) => filled.flatMap(panelQueries)), ...sharedQueries(dashboard)];
  return makeArtifact({
    kind: 'dashboard',
    project: 'dashboards',
    environment: environment.name,
    name: dashboard.uid,
    folder: folders[dashboard.folder].uid,
    path: `dashboards/${environment.name}/${dashboard.uid}.json`,
    source,
    data: { ...head(dashboard), links: links(environment, source), panels: layOut(dashboard.uid, rows, environment) },
    needs: ['datasources:datasources', ...recordingsFor(queries.flatMap(({ query }) => metricsRead(query)), environment)],
    queries,
  });
}

/** Recorded series that this environment does not have, since it keeps metrics for less time than they look back. */
function seriesNotRecorded(environment: Environment): ReadonlySet<string> {
  return new Set(recordingGroups.filter(({ reads }) => !isKept(environment, reads)).flatMap(({ series }) => series.map(({ metric }) => metric)));
}

function fill(row: Row, environment: Environment, missing: ReadonlySet<string>): readonly Filled[] {
  return row.panels.map((panel) => ({ panel, targets: keptTargets(panel, environment, missing) })).filter(({ targets }) => targets.length > 0);
}

function panelQueries({ panel, targets }: Filled): readonly QueryUse[] {
  const { id, title } = panel.input;
  return [...targets.map(({ refId, query }) => ({ at: `panel ${id} ${title} target ${refId}`, query })), ...panel.opens];
}

function sharedQueries(dashboard: Dashboard): readonly QueryUse[] {
  return [
    ...dashboard.variables.flatMap(({ name, query }) => (query === undefined ? [] : [{ at: `variable ${name}`, query }])),
    ...annotations.map(({ name, query }) => ({ at: `annotation ${name}`, query })),
  ];
}

const heads = new WeakMap<Dashboard, PanelJson>();

/** What is the same in every environment, built once. */
function head(dashboard: Dashboard): PanelJson {
  const known = heads.get(dashboard);
  if (known !== undefined) return known;
  const built: PanelJson = {
    ...new DashboardBuilder(dashboard.title)
      .uid(dashboard.uid)
      .description(dashboard.description)
      .tags([...dashboard.tags])
      .readonly()
      .tooltip(DashboardCursorSync.Crosshair)
      .time({ from: dashboard.from, to: 'now' })
      .timezone('browser')
      .weekStart('monday')
      .refresh(dashboard.refresh ?? '')
      .build(),
    schemaVersion,
    templating: { list: dashboard.variables.map(({ json }) => json) },
    annotations: { list: annotations.map(({ json }) => json) },
  };
  heads.set(dashboard, built);
  return built;
}

function links(environment: Environment, source: string): readonly PanelJson[] {
  const link = (title: string, icon: string, url: string) => new DashboardLinkBuilder(title).type(DashboardLinkType.Link).icon(icon).tooltip(title).url(url).targetBlank(true);
  return [
    new DashboardLinkBuilder('Dashboards').type(DashboardLinkType.Dashboards).icon('external link').tags(['bud']).asDropdown(true).includeVars(true).keepTime(true),
    link('Runbooks', 'doc', environment.runbookBaseUrl),
    link('Source', 'bolt', `${environment.sourceUrl}/${source}`),
  ].map((builder) => inSight(builder.build()));
}

/** The way from a panel back to the alerts that open it: their runbooks, in the corner of the panel. */
function runbooks(uid: string, id: number, { runbookBaseUrl }: Environment): { readonly links?: readonly PanelJson[] } {
  const links = alertsOf(uid, id).map((alert) => ({ title: `Runbook ${alert.id}`, url: `${runbookBaseUrl}/${alert.id}`, targetBlank: true }));
  return links.length === 0 ? {} : { links };
}

/** Id of a row header: the number of its row, far above the ids of panels (row * 10 + place), and the same when rows are left out. */
function rowId(row: Row): number {
  return 1_000 + Math.floor((row.panels[0]?.input.id ?? 0) / 10);
}

function layOut(uid: string, rows: readonly { readonly row: Row; readonly filled: readonly Filled[] }[], environment: Environment): readonly PanelJson[] {
  const out: PanelJson[] = [];
  let y = 0;
  for (const { row, filled } of rows) {
    const header = row.title === undefined ? undefined : { type: 'row', id: rowId(row), title: row.title, gridPos: { x: 0, y, w: gridColumns, h: 1 } };
    const { positions, bottom } = flow(filled.map(({ panel }) => panel.input.size), header === undefined ? y : y + 1);
    const panels = filled.map(({ panel, targets }, at) => ({ ...place(panel, environment, targets, positions[at] ?? { x: 0, y, w: gridColumns, h: 8 }), ...runbooks(uid, panel.input.id, environment) }));
    if (header === undefined) out.push(...panels);
    else if (row.collapsed === true) out.push({ ...header, collapsed: true, panels });
    else out.push({ ...header, collapsed: false, panels: [] }, ...panels);
    y = row.collapsed === true ? y + 1 : bottom;
  }
  return out;
}
