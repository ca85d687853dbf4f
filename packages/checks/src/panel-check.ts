import { type Check, type CheckSpec, type Finding, artifactCheck } from './check.ts';
import type { CheckContext } from './context.ts';
import { type DashboardView, type PanelView, viewDashboard } from './dashboard-view.ts';

/** Panels that ask no data source. */
const withoutData: ReadonlySet<string> = new Set(['row', 'text', 'news', 'dashlist', 'alertlist', 'annolist']);

/** The panels of a dashboard that show data, those inside collapsed rows too. */
export function dataPanels({ panels }: DashboardView): readonly PanelView[] {
  return panels.filter(({ type }) => !withoutData.has(type));
}

/** A check that looks at one dashboard at a time. */
export function dashboardCheck<const Id extends string>(spec: CheckSpec<Id> & { run(view: DashboardView, context: CheckContext): Iterable<Finding> }): Check<Id> {
  const { run, ...rest } = spec;
  return artifactCheck({ ...rest, appliesTo: ['dashboard'], run: (artifact, context) => run(viewDashboard(artifact), context) });
}

/** A check that looks at one panel with data at a time; its findings name the panel. */
export function panelCheck<const Id extends string>(spec: CheckSpec<Id> & { run(panel: PanelView, context: CheckContext, view: DashboardView): Iterable<Finding> }): Check<Id> {
  const { run, ...rest } = spec;
  return dashboardCheck({
    ...rest,
    *run(view, context) {
      for (const panel of dataPanels(view)) for (const finding of run(panel, context, view)) yield { at: panel.at, ...finding };
    },
  });
}
