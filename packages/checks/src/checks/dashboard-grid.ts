import { type Finding, artifactCheck } from '../check.ts';
import { type PanelView, viewDashboard } from '../dashboard-view.ts';
import { objectOf } from '../json-view.ts';

const columns = 24;

/** Panels lie inside the 24 columns and do not overlap. */
export const dashboardGrid = artifactCheck({
  id: 'dashboard-grid',
  severity: 'error',
  why: 'Grafana moves panels that do not fit: the dashboard looks other than what was reviewed',
  appliesTo: ['dashboard'],
  *run(artifact) {
    for (const grid of viewDashboard(artifact).grids) yield* gridFaults(grid);
  },
});

interface Placed {
  readonly panel: PanelView;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function* gridFaults(grid: readonly PanelView[]): Iterable<Finding> {
  const placed: Placed[] = [];
  for (const panel of grid) {
    const { x, y, w, h } = objectOf(panel.json['gridPos']);
    if (!isCell(x, 0) || !isCell(y, 0) || !isCell(w, 1) || !isCell(h, 1) || x + w > columns) {
      yield { at: panel.at, what: `does not fit into the ${columns} columns: ${JSON.stringify(panel.json['gridPos'] ?? null)}`, fix: 'give the panel a `size` of whole columns and lines, at most 24 columns wide' };
      continue;
    }
    const mine = { panel, x, y, w, h };
    const other = placed.find((candidate) => overlap(candidate, mine));
    if (other !== undefined) yield { at: panel.at, what: `overlaps ${other.panel.at}`, fix: 'change the `size` of one of the two panels, or where it is placed' };
    placed.push(mine);
  }
}

function isCell(value: unknown, least: number): value is number {
  return Number.isInteger(value) && (value as number) >= least;
}

function overlap(a: Placed, b: Placed): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
