import { type Environment, type QueryUse, folders, panelPlace } from '@bud-o11y/model';
import { isKept, recordingGroups } from '@bud-o11y/rules';
import { alertsOf } from './alerts-of-panel.ts';
import { annotationsOf } from './annotations.ts';
import type { Dashboard, Row } from './dashboard.ts';
import { flow, gridColumns } from './layout.ts';
import type { Panel } from './panels/panel.ts';
import { type PlacedPanel, keptTargets, place } from './panels/place.ts';
import type { WrittenTarget } from './panels/target.ts';

/** What an environment shows of a row: panels at their places, `top` being the line on which they begin. */
export interface PlacedRow {
  readonly id: number;
  readonly title?: string;
  readonly collapsed: boolean;
  /** Line of the header, which a row without a title does not have. */
  readonly y: number;
  readonly top: number;
  readonly panels: readonly PlacedPanel[];
}

/** A dashboard as an environment shows it, before it is written in one schema or another. */
export interface Scene {
  readonly dashboard: Dashboard;
  readonly environment: Environment;
  /** Repository path of the dashboard's source file. */
  readonly source: string;
  readonly folderUid: string;
  readonly rows: readonly PlacedRow[];
  readonly queries: readonly QueryUse[];
  /** Repository path of the file of each panel and row header, by place. */
  readonly panelFiles: Readonly<Record<string, string>>;
}

interface Filled {
  readonly panel: Panel;
  readonly targets: readonly WrittenTarget[];
}

/** What is left of a dashboard in an environment: rows of its packs, panels over series that it keeps, each at its place. */
export function sceneOf(dashboard: Dashboard, environment: Environment): Scene {
  const missing = seriesNotRecorded(environment);
  const kept = dashboard.rows
    .filter(({ pack }) => pack === undefined || environment.packs.includes(pack))
    .map((row) => ({ row, filled: fill(row, environment, missing) }))
    .filter(({ filled }) => filled.length > 0);
  return {
    dashboard,
    environment,
    source: `packages/dashboards/src/dashboards/${dashboard.uid}/index.ts`,
    folderUid: folders[dashboard.folder].uid,
    rows: placeRows(dashboard, kept, environment),
    queries: [...kept.flatMap(({ row, filled }) => filled.flatMap(panelQueries).map((use) => ({ ...use, file: row.file }))), ...sharedQueries(dashboard)],
    panelFiles: Object.fromEntries(kept.flatMap(({ row, filled }) => placesOf(row, filled).map((place) => [place, row.file]))),
  };
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

function placesOf(row: Row, filled: readonly Filled[]): readonly string[] {
  const header = row.title === undefined ? [] : [panelPlace(rowId(row), row.title)];
  return [...header, ...filled.map(({ panel: { input: { id, title } } }) => panelPlace(id, title))];
}

function sharedQueries(dashboard: Dashboard): readonly QueryUse[] {
  return [
    ...dashboard.variables.flatMap(({ name, query }) => (query === undefined ? [] : [{ at: `variable ${name}`, query }])),
    ...annotationsOf(dashboard).map(({ name, query }) => ({ at: `annotation ${name}`, query })),
  ];
}

function placeRows({ uid, variables }: Dashboard, kept: readonly { readonly row: Row; readonly filled: readonly Filled[] }[], environment: Environment): readonly PlacedRow[] {
  const surroundings = { environment, variables: variables.map(({ name }) => name) };
  const rows: PlacedRow[] = [];
  let y = 0;
  for (const { row, filled } of kept) {
    const top = row.title === undefined ? y : y + 1;
    const collapsed = row.collapsed === true;
    const { positions, bottom } = flow(filled.map(({ panel }) => panel.input.size), top);
    const panels = filled.map(({ panel, targets }, at) => ({ ...place(panel, surroundings, targets, positions[at] ?? { x: 0, y, w: gridColumns, h: 8 }), ...runbooks(uid, panel.input.id, environment) }));
    rows.push({ id: rowId(row), ...(row.title === undefined ? {} : { title: row.title }), collapsed, y, top, panels });
    y = collapsed ? top : bottom;
  }
  return rows;
}

/** The way from a panel back to the alerts that open it: their runbooks, in the corner of the panel. */
function runbooks(uid: string, id: number, { runbookBaseUrl }: Environment): Pick<PlacedPanel, 'links'> {
  const links = alertsOf(uid, id).map((alert) => ({ title: `Runbook ${alert.id}`, url: `${runbookBaseUrl}/${alert.id}`, targetBlank: true }));
  return links.length === 0 ? {} : { links };
}

/** Id of a row header: the number of its row, far above the ids of panels (row * 10 + place), and the same when rows are left out. */
function rowId(row: Row): number {
  return 1_000 + Math.floor((row.panels[0]?.input.id ?? 0) / 10);
}
