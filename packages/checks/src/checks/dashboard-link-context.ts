import { artifactCheck } from '../check.ts';
import { type DashboardLink, dashboardLinks } from '../dashboard-link.ts';
import { placeInWords, viewDashboard } from '../dashboard-view.ts';
import { leaves } from '../json-view.ts';

/** A link from dashboard to dashboard sets or hands on, once, each variable that both of them have. */
export const dashboardLinkContext = artifactCheck({
  id: 'dashboard-link-context',
  severity: 'error',
  why: 'the next dashboard opens on everything, or on another data source, and its reader believes to see what was chosen',
  appliesTo: ['dashboard'],
  *run(artifact, { dashboards }) {
    const view = viewDashboard(artifact);
    const own = view.variables.map(({ name }) => name);
    for (const { at: path, text } of leaves(view.json)) {
      for (const link of dashboardLinks(text)) {
        const target = dashboards.find(({ uid }) => uid === link.uid);
        if (target === undefined) continue;
        const at = placeInWords(view, path);
        const shared = target.variables.map(({ name }) => name).filter((name) => own.includes(name));
        const lost = shared.filter((name) => !link.variables.includes(name) && !carries(link, name));
        const twice = shared.filter((name) => link.variables.includes(name) && carries(link, name));
        if (lost.length > 0) yield { at, what: `links to ${link.uid} and drops ${dollars(lost)}`, fix: `append ${link.variables.length === 0 ? '${__all_variables}' : lost.map((name) => `\${${name}:queryparam}`).join('&')}` };
        if (twice.length > 0) yield { at, what: `links to ${link.uid}, sets ${dollars(twice)} and hands on what is chosen as well`, fix: 'do one of the two: Grafana reads both as a choice of several values' };
      }
    }
  },
});

function carries({ carried }: DashboardLink, name: string): boolean {
  return carried === 'all' || carried.includes(name);
}

function dollars(names: readonly string[]): string {
  return names.map((name) => `$${name}`).join(', ');
}
