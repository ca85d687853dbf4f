import { type DashboardUid, type Environment, type PanelKey, type Query, dashboardNames } from '@bud-o11y/model';
import { exploreUrl } from './explore.ts';
import type { Varying } from './panels/varying.ts';

/** Where a click on a value leads. */
export interface DataLink {
  readonly title: string;
  /** Fixed, or made for the environment and for the dashboard that it stands on, by the names of that dashboard's variables. */
  readonly url: string | ((environment: Environment, variables: readonly string[]) => string);
  /** For the spec that lets every link land: the dashboard, its panel, and the variables that the link sets. */
  readonly to?: { readonly uid: DashboardUid; readonly panel?: number; readonly variables: readonly string[] };
  /** For the checks: the query that an Explore link opens. */
  readonly query?: Query;
}

/** A label of the series that was clicked, safe inside a URL. */
export function fieldLabel(name: string): string {
  return `\${__field.labels.${name}:percentencode}`;
}

/** A column of the table row that was clicked, safe inside a URL. */
export function rowField(name: string): string {
  return `\${__data.fields.${name}:percentencode}`;
}

/**
 * Another dashboard over the same time, with some of its variables set and the rest as the reader has chosen them here,
 * data sources too; `panel` opens one of its panels alone. A variable is never both set and handed on: Grafana would read
 * that as a choice of two values. One that the target does not have is ignored there.
 */
export function toDashboard<Uid extends DashboardUid>(uid: Uid, more: { variables?: Readonly<Record<string, string>>; panel?: PanelKey<Uid>; title?: string } = {}): DataLink {
  const variables = more.variables ?? {};
  // A name that came through a cast makes a link that the checks report: a declaration must not throw.
  const known: Readonly<Record<string, { readonly title: string; readonly panels: Readonly<Record<string, number>> }>> = dashboardNames;
  const target = known[uid];
  const panel = more.panel === undefined ? undefined : (target?.panels[more.panel] ?? Number.NaN);
  const names = Object.keys(variables);
  const address = (carried: readonly string[]): string => {
    const set = Object.entries(variables).map(([name, value]) => `var-${name}=${value}`);
    return `/d/${uid}?${['${__url_time_range}', ...set, ...carried, ...(panel === undefined ? [] : [`viewPanel=panel-${panel}`])].join('&')}`;
  };
  return {
    title: more.title ?? target?.title ?? uid,
    url: names.length === 0 ? address(['${__all_variables}']) : (_, chosen) => address(chosen.filter((name) => !names.includes(name)).map((name) => `\${${name}:queryparam}`)),
    to: { uid, variables: names, ...(panel === undefined ? {} : { panel }) },
  };
}

/** Explore with a query over the time of the dashboard. */
export function toExplore(title: string, query: Query): DataLink {
  return { title, url: exploreUrl(query), query };
}

/** The runbook of an alert, by the alert's own name. */
export function toRunbook(alert: { readonly id: string }): DataLink {
  return { title: `Runbook ${alert.id}`, url: (environment) => `${environment.runbookBaseUrl}/${alert.id}` };
}

/** A data link as Grafana stores it. */
export interface DataLinkJson {
  readonly title: string;
  readonly url: string;
  readonly targetBlank: boolean;
}

/**
 * Grafana's data link. The SDK types it as a dashboard link, whose `build()` adds tags, an icon and a type that data
 * links do not have: written by hand here, and nowhere else.
 */
export function linkJson({ title, url, to }: DataLink): Varying<DataLinkJson> {
  const json = (address: string): DataLinkJson => ({ title, url: address, targetBlank: to === undefined });
  return typeof url === 'string' ? { fixed: json(url) } : { of: (environment, variables) => json(url(environment, variables)) };
}
