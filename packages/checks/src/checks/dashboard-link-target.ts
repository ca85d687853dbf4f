import { artifactCheck } from '../check.ts';
import { dashboardLinks, deadEnd } from '../dashboard-link.ts';
import { placeInWords, viewDashboard } from '../dashboard-view.ts';
import { leaves, objectsOf, stringsOf } from '../json-view.ts';

/** A percent-encoded `$name` or `${name}` in an Explore link: Grafana does not fill it in, and Explore has no variables. `$__…` it knows. */
const lostVariable = /\/explore\?.*?%24(?:%7B)?(?!__)([a-zA-Z_]\w*)/i;

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
