import { type Dashboard, DashboardAPIVersion, type DashboardLink, DashboardCursorSync, DashboardKind, defaultTimeSettingsSpec } from '@grafana/grafana-foundation-sdk/dashboardv2';
import { annotationsOf } from '../annotations.ts';
import { dashboardLinks } from '../dashboard-links.ts';
import type { Scene } from '../scene.ts';
import { annotationKind } from './annotation.ts';
import { rowsLayout } from './layout.ts';
import { elementName, panelElement } from './panel.ts';
import { variableKind } from './variables.ts';

/** Grafana's annotation for the folder that a resource lies in, by UID. */
const folderAnnotation = 'grafana.app/folder';

/** A dashboard as a resource of Grafana's API: the UID is its name, and nothing in it counts versions. */
export function dashboardResource(scene: Scene): Readonly<Record<string, unknown>> {
  return {
    apiVersion: DashboardAPIVersion,
    kind: DashboardKind,
    metadata: { name: scene.dashboard.uid, annotations: { [folderAnnotation]: scene.folderUid } },
    spec: dashboardSpec(scene),
  };
}

function dashboardSpec(scene: Scene): Dashboard {
  const { dashboard, environment, rows } = scene;
  const panels = rows.flatMap((row) => row.panels);
  return {
    title: dashboard.title,
    description: dashboard.description,
    tags: [...dashboard.tags],
    editable: false,
    preload: false,
    cursorSync: DashboardCursorSync.Crosshair,
    timeSettings: { ...defaultTimeSettingsSpec(), from: dashboard.from, to: 'now', timezone: 'browser', weekStart: 'monday', autoRefresh: dashboard.refresh ?? '' },
    links: dashboardLinks(scene) as unknown as DashboardLink[],
    variables: dashboard.variables.map(({ json }) => variableKind(json)),
    annotations: annotationsOf(dashboard).map(annotationKind),
    elements: Object.fromEntries(panels.map((panel) => [elementName(panel), panelElement(panel, environment.components.grafana)])),
    layout: rowsLayout(rows),
  };
}
