import type { GridLayoutItemKind, RowsLayoutKind, RowsLayoutRowKind } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { PlacedPanel } from '../panels/place.ts';
import type { PlacedRow } from '../scene.ts';
import { elementName } from './panel.ts';

/** Rows, each with a grid of its own: the same columns and sizes as in classic JSON, lines counted from the top of the row. */
export function rowsLayout(rows: readonly PlacedRow[]): RowsLayoutKind {
  return { kind: 'RowsLayout', spec: { rows: rows.map(layoutRow) } };
}

function layoutRow({ title, collapsed, top, panels }: PlacedRow): RowsLayoutRowKind {
  return {
    kind: 'RowsLayoutRow',
    spec: {
      title: title ?? '',
      collapse: collapsed,
      hideHeader: title === undefined,
      layout: { kind: 'GridLayout', spec: { items: panels.map((panel) => gridItem(panel, top)) } },
    },
  };
}

function gridItem(panel: PlacedPanel, top: number): GridLayoutItemKind {
  const { x, y, w, h } = panel.gridPos;
  return { kind: 'GridLayoutItem', spec: { x, y: y - top, width: w, height: h, element: { kind: 'ElementReference', name: elementName(panel) } } };
}
