import { dashboardLinks } from '../dashboard-link.ts';
import type { PanelView } from '../dashboard-view.ts';
import { exploresLanguage } from '../explore-link.ts';
import { objectOf, objectsOf, textOf } from '../json-view.ts';
import { panelCheck } from '../panel-check.ts';

/** Lists are the end of the way: their rows are what one came for. */
const ends: ReadonlySet<string> = new Set(['logs', 'table']);

/** Every chart leads to a dashboard, to the log lines and to the traces behind it; every number leads somewhere. */
export const dashboardWayOnward = panelCheck({
  id: 'dashboard-way-onward',
  severity: 'error',
  why: 'whoever sees the bend in a curve asks why at once, and without a link begins to search by hand',
  *run({ type, json }) {
    if (ends.has(type)) return;
    const links = linksOf(json);
    if (type === 'stat') {
      if (links.length === 0) yield { what: 'leads nowhere', fix: 'give it `links`: toDashboard(…), toExplore(…) or toRunbook(…)' };
      return;
    }
    const missing = Object.entries(ways).flatMap(([way, leads]) => (links.some(leads) ? [] : [way]));
    if (missing.length > 0) yield { what: `does not lead to ${missing.join(', nor to ')}`, fix: 'give it `links`: toDashboard(…), and the pair of packages/dashboards/src/signals.ts for the label that its series carry' };
  },
});

const ways: Readonly<Record<string, (url: string) => boolean>> = {
  'a dashboard': (url) => dashboardLinks(url).length > 0,
  'log lines': (url) => exploresLanguage(url) === 'logql',
  traces: (url) => exploresLanguage(url) === 'traceql',
};

/** The addresses behind a value of a panel, behind single series and columns, and in the corner of the panel. */
function linksOf(json: PanelView['json']): readonly string[] {
  const { defaults, overrides } = objectOf(json['fieldConfig']);
  const ofSeries = objectsOf(overrides).flatMap(({ properties }) => objectsOf(properties)).filter(({ id }) => id === 'links').flatMap(({ value }) => objectsOf(value));
  return [...objectsOf(objectOf(defaults)['links']), ...ofSeries, ...objectsOf(json['links'])].map(({ url }) => textOf(url));
}
