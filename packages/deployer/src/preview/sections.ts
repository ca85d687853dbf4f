import type { DashboardJson, PanelJson } from './dashboard-json.ts';

/** A row with its panels; their lines count from the top of the row. The first has no title: it is the strip. */
export interface Section {
  readonly title?: string;
  /** Folded when the dashboard opens; a page shows it opened. */
  readonly collapsed: boolean;
  readonly panels: readonly PanelJson[];
}

/**
 * The rows of a dashboard, from the top. Each is a grid of its own: the panels of a folded row stand where the next row
 * begins, so that one grid for all would lay them over each other.
 */
export function sections(dashboard: DashboardJson): readonly Section[] {
  const found: { title?: string; collapsed: boolean; panels: PanelJson[] }[] = [{ collapsed: false, panels: [] }];
  for (const panel of dashboard.panels ?? []) {
    if (panel.type === 'row') found.push({ title: panel.title, collapsed: panel.collapsed === true, panels: [...(panel.panels ?? [])] });
    else found.at(-1)?.panels.push(panel);
  }
  return found.filter(({ panels }) => panels.length > 0).map((section) => ({ ...section, panels: fromTheTop(section.panels) }));
}

function fromTheTop(panels: readonly PanelJson[]): readonly PanelJson[] {
  const top = Math.min(...panels.map(({ gridPos }) => gridPos.y));
  return panels.map((panel) => ({ ...panel, gridPos: { ...panel.gridPos, y: panel.gridPos.y - top } }));
}
