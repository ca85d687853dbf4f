import { bundleCheck } from '../check.ts';
import { dashboardLinks, deadEnd } from '../dashboard-link.ts';

/** The dashboard, panel and variables that an alert's `dashboard_url` opens exist in its environment. */
export const alertUnknownPanel = bundleCheck({
  id: 'alert-unknown-panel',
  severity: 'error',
  why: 'the first click of the person on call ends on no dashboard, on another panel, or on all series instead of the one that fires',
  appliesTo: ['alert-rules', 'dashboard'],
  *run({ alerts, dashboards, environment }) {
    const seen = new Set<string>();
    for (const { artifact, at, file, name, rule } of alerts) {
      const url = rule.annotations?.['dashboard_url'];
      if (url === undefined || seen.has(`${name} ${url}`)) continue;
      seen.add(`${name} ${url}`);
      const fix = 'link to a panel of dashboardNames (packages/model/src/names/dashboards.ts) through panelRef';
      const links = dashboardLinks(url);
      if (links.length === 0 || !url.startsWith(`${environment.grafanaUrl}/`)) yield { artifact, at, file, what: `${name} has a dashboard_url that opens no dashboard of this environment: ${url}`, fix };
      for (const link of links) {
        const missing = deadEnd(link, dashboards);
        if (missing !== undefined) yield { artifact, at, file, what: `${name} opens ${missing}`, fix };
      }
    }
  },
});
