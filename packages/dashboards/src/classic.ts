import { DashboardBuilder, DashboardCursorSync } from '@grafana/grafana-foundation-sdk/dashboard';
import { annotationsOf } from './annotations.ts';
import type { Dashboard } from './dashboard.ts';
import { dashboardLinks } from './dashboard-links.ts';
import { gridColumns } from './layout.ts';
import type { PlacedRow, Scene } from './scene.ts';

/** Schema of classic dashboards that Grafana 12 and 13 write themselves; older ones are migrated when they are loaded. */
export const schemaVersion = 42;

type Json = Readonly<Record<string, unknown>>;

/** Classic JSON, without `id` and `version`: importing it twice changes nothing. */
export function classicJson(scene: Scene): Json {
  return { ...head(scene.dashboard), links: dashboardLinks(scene), panels: scene.rows.flatMap(rowJson) };
}

const heads = new WeakMap<Dashboard, Json>();

/** What is the same in every environment, built once. */
function head(dashboard: Dashboard): Json {
  const known = heads.get(dashboard);
  if (known !== undefined) return known;
  const built: Json = {
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
    annotations: { list: annotationsOf(dashboard).map(({ json }) => json) },
  };
  heads.set(dashboard, built);
  return built;
}

/** A row and its panels are neighbours in one list; only a collapsed row holds its own. */
function rowJson({ id, title, collapsed, y, panels }: PlacedRow): readonly Json[] {
  if (title === undefined) return panels.map((panel) => ({ ...panel }));
  const header = { type: 'row', id, title, gridPos: { x: 0, y, w: gridColumns, h: 1 }, collapsed };
  return collapsed ? [{ ...header, panels }] : [{ ...header, panels: [] }, ...panels.map((panel) => ({ ...panel }))];
}
