import type { DashboardView } from './dashboard-view.ts';

/** A link into a dashboard, as found in a URL. */
export interface DashboardLink {
  readonly uid: string;
  /** `viewPanel` as it stands; undefined when the link opens the whole dashboard, or a panel that is itself a variable. */
  readonly panel: string | undefined;
  /** Variables that the link sets, without `var-`. */
  readonly variables: readonly string[];
  /** Variables whose choice the link hands on as it stands: `${name:queryparam}`, or `${__all_variables}` for every one. */
  readonly carried: readonly string[] | 'all';
}

/** A query may hold templates of alert annotations, `{{ $labels.endpoint | urlquery }}`, with spaces inside. */
const link = /\/d(?:-solo)?\/([\w-]+)((?:\/[\w-]*)?\?(?:\{\{.*?\}\}|[^\s"'<>])*)?/g;

/** The links into dashboards that a text contains; a UID that is itself a variable is left out. */
export function dashboardLinks(text: string): readonly DashboardLink[] {
  return [...text.matchAll(link)].map(([, uid = '', rest = '']) => {
    const panel = /[?&]viewPanel=([^&#]*)/.exec(rest)?.[1];
    return {
      uid,
      panel: panel === undefined || /[${]/.test(panel) ? undefined : panel,
      variables: [...rest.matchAll(/[?&]var-([\w-]+)=/g)].map((match) => match[1] ?? ''),
      carried: rest.includes('${__all_variables}') ? 'all' : [...rest.matchAll(/\$\{(\w+):queryparam\}/g)].map((match) => match[1] ?? ''),
    };
  });
}

/** What a link asks for that the dashboards of the environment do not have, in words; undefined when it lands. */
export function deadEnd(target: DashboardLink, dashboards: readonly DashboardView[]): string | undefined {
  const dashboard = dashboards.find(({ uid }) => uid === target.uid);
  if (dashboard === undefined) return `dashboard ${target.uid}, which this environment does not ship`;
  if (target.panel !== undefined) {
    // Grafana opens the old form (`11`) as well as the new one (`panel-11`), and nothing else.
    const id = /^(?:panel-)?(\d+)$/.exec(target.panel)?.[1];
    if (id === undefined) return `viewPanel=${target.panel}, which names no panel`;
    if (!dashboard.panels.some((panel) => panel.id === Number(id))) return `panel ${id}, which dashboard ${target.uid} does not have`;
  }
  const names = dashboard.variables.map(({ name }) => name);
  const missing = target.variables.find((name) => !names.includes(name));
  return missing === undefined ? undefined : `variable ${missing}, which dashboard ${target.uid} does not have`;
}
