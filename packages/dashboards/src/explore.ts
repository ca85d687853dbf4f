import { type Query, type QueryLanguage, datasources } from '@bud-o11y/model';

const sources = { promql: datasources.mimir, logql: datasources.loki, traceql: datasources.tempo } as const;

/**
 * Address of Explore with one query. Data sources stand by their fixed UID: the dashboard that is left need not have a
 * variable for the store that is opened. The time is that of the dashboard, since links can do no arithmetic.
 */
export function exploreUrl(query: Query): string {
  const { uid, type } = sources[query.language];
  const target = { refId: 'A', datasource: { type, uid }, ...text(query.language, query.text) };
  const panes = { a: { datasource: uid, queries: [target], range: { from: '${__from}', to: '${__to}' } } };
  return `/explore?schemaVersion=1&panes=${encodeExceptVariables(JSON.stringify(panes))}`;
}

function text(language: QueryLanguage, written: string): Readonly<Record<string, string>> {
  return language === 'traceql' ? { queryType: 'traceql', query: written } : { expr: written };
}

const variable = /(\$\{[^}]+\})/;
const clicked = /^\$\{(__(?:field\.labels|data\.fields)\.[^}:]+)\}$/;

/** Percent-encodes a text but for `${…}`, which Grafana replaces when the link is clicked: labels and fields in encoded form. */
export function encodeExceptVariables(value: string): string {
  return value.split(variable).map((part) => (variable.test(part) ? part.replace(clicked, '${$1:percentencode}') : encodeURIComponent(part))).join('');
}
