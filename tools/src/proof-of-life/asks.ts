import { datasources } from '@bud-o11y/model';
import { type AnnotationJson, type DashboardJson, type PanelJson, type TargetJson, dataPanels } from './dashboard-json.ts';
import { type Limits, limitsOf } from './limits.ts';

/** One PromQL query of a dashboard, as Grafana would send it. */
export interface Ask {
  readonly uid: string;
  /** Place in the dashboard, as the artifact names it: `panel 11 Queue depth target A`, `annotation Deploys`. */
  readonly at: string;
  readonly expr: string;
  readonly instant: boolean;
  /** Length of the time shown, relative: `now-3h`, `30d`. */
  readonly range: string;
  readonly columns: number;
  /** Shortest interval, such as `1m`. */
  readonly minInterval?: string;
  /** The panel, for queries that belong to one. */
  readonly panel?: { readonly id: number; readonly refId: string; readonly limits: Limits };
}

/** Every PromQL query of the panels and annotations of a dashboard. */
export function asksOf(dashboard: DashboardJson): readonly Ask[] {
  const { uid, time } = dashboard;
  const ofPanels = dataPanels(dashboard.panels).flatMap((panel) => (panel.targets ?? []).filter(isMetrics).map((target) => panelAsk(dashboard, panel, target)));
  const ofAnnotations = dashboard.annotations.list.filter(isMetrics).map(({ name, expr }): Ask => ({ uid, at: `annotation ${name}`, expr, instant: false, range: time.from, columns: 24, minInterval: '1m' }));
  return [...ofPanels, ...ofAnnotations];
}

function panelAsk({ uid, time }: DashboardJson, panel: PanelJson, target: TargetJson): Ask {
  const { id, title, interval, gridPos } = panel;
  return {
    uid, at: `panel ${id} ${title} target ${target.refId}`, expr: target.expr ?? '', instant: target.instant === true,
    range: panel.timeFrom ?? time.from, columns: gridPos.w, ...(interval === undefined ? {} : { minInterval: interval }),
    panel: { id, refId: target.refId, limits: limitsOf(panel, target.refId) },
  };
}

function isMetrics({ datasource }: TargetJson | AnnotationJson): boolean {
  return datasource.uid === `\${${datasources.mimir.variable}}`;
}
