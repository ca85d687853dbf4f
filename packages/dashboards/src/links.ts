import { type DashboardUid, type Environment, type PanelKey, type Query, dashboardNames } from '@bud-o11y/model';
import { exploreUrl } from './explore.ts';
import type { Varying } from './panels/varying.ts';

/** Where a click on a value leads. */
export interface DataLink {
  readonly title: string;
  readonly url: string | ((environment: Environment) => string);
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

/** Another dashboard over the same time, with its variables set; `panel` opens one of its panels alone. */
export function toDashboard<Uid extends DashboardUid>(uid: Uid, more: { variables?: Readonly<Record<string, string>>; panel?: PanelKey<Uid>; title?: string } = {}): DataLink {
  const variables = more.variables ?? {};
  const ids: Readonly<Record<string, number>> = dashboardNames[uid].panels;
  const panel = more.panel === undefined ? undefined : ids[more.panel];
  const query = [
    '${__url_time_range}',
    ...Object.entries(variables).map(([name, value]) => `var-${name}=${value}`),
    ...(panel === undefined ? [] : [`viewPanel=panel-${panel}`]),
  ];
  return {
    title: more.title ?? dashboardNames[uid].title,
    url: `/d/${uid}?${query.join('&')}`,
    to: { uid, variables: Object.keys(variables), ...(panel === undefined ? {} : { panel }) },
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
  return typeof url === 'string' ? { fixed: json(url) } : { of: (environment) => json(url(environment)) };
}
