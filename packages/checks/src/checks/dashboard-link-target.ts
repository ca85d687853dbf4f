import { artifactCheck } from '../check.ts';
import { dashboardLinks, deadEnd } from '../dashboard-link.ts';
import { type DashboardView, placeInWords, viewDashboard } from '../dashboard-view.ts';
import { leaves, objectsOf, stringsOf, textOf } from '../json-view.ts';

/** A percent-encoded `$name` or `${name}` in an Explore link: Grafana does not fill it in, and Explore has no variables. `$__…` it knows. */
const lostVariable = /\/explore\?.*?%24(?:%7B)?(?!__)([a-zA-Z_]\w*)/i;

/** A variable in a URL, but for those formats that percent-encode it. */
const written = /\$\{(\w+)(?::(?!queryparam|percentencode)\w+)?\}/g;

/** Links and data links of a dashboard land: on a dashboard, a panel and variables that this environment ships, or in Explore with its variables filled in. */
export const dashboardLinkTarget = artifactCheck({
  id: 'dashboard-link-target',
  severity: 'error',
  why: 'a drill-down that ends on "dashboard not found", or drops its filter in silence, costs time in an incident',
  appliesTo: ['dashboard'],
  *run(artifact, { dashboards }) {
    const view = viewDashboard(artifact);
    const said = new Set<string>();
    for (const { at: path, text } of leaves(view.json)) {
      const at = placeInWords(view, path);
      const lost = lostVariable.exec(text)?.[1];
      if (lost !== undefined) yield { at, what: `hands $${lost} to Explore as it stands`, fix: `write \${${lost}} and leave it unencoded, so that Grafana fills it in when the link is clicked` };
      if (/\burl$/.test(path)) for (const name of brokenInUrl(text, view)) yield { at, what: `writes $${name} into an address, where what its All stands for is read as something else`, fix: 'give the variable an allValue without +, &, # and %: bud.* for bud.+' };
      for (const link of dashboardLinks(text)) {
        const missing = deadEnd(link, dashboards);
        if (missing === undefined || said.has(missing)) continue;
        said.add(missing);
        yield { at, what: `links to ${missing}`, fix: 'correct the link, or add what it opens' };
      }
    }
    for (const link of objectsOf(view.json['links'])) {
      const tags = stringsOf(link['tags']);
      if (link['type'] !== 'dashboards' || dashboards.some(({ json }) => tags.every((tag) => stringsOf(json['tags']).includes(tag)))) continue;
      yield { at: 'links', what: `lists the dashboards tagged ${tags.join(', ')}, and there is none`, fix: 'correct the tags of the link' };
    }
  },
});

/** Variables that a URL holds unencoded and whose All would not survive that: a `+` is read as a space there. */
function brokenInUrl(url: string, { variables }: DashboardView): readonly string[] {
  const names = [...url.matchAll(written)].map(([, name = '']) => name);
  return variables.filter(({ name, json }) => names.includes(name) && json['includeAll'] === true && /[+&#%]/.test(textOf(json['allValue']))).map(({ name }) => name);
}
