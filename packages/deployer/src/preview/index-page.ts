import type { DashboardJson } from './dashboard-json.ts';
import { htmlDocument } from './document.ts';
import { html } from './html.ts';
import { languageOfPanel } from './queries.ts';
import { sections } from './sections.ts';

/** A dashboard, and whether its page shows figures. */
export interface IndexEntry {
  readonly dashboard: DashboardJson;
  readonly hasFigures: boolean;
}

/** The page that leads to the others. */
export function indexPage(environment: string, entries: readonly IndexEntry[]): string {
  return htmlDocument(`Dashboards · ${environment}`, html`<h1>Dashboards of ${environment}</h1>
<p class="lead">As Grafana lays them out, for reviews. Nothing here is live.</p>
<section class="abouts" aria-label="Dashboards">${entries.map(({ dashboard, hasFigures }) => {
    const rows = sections(dashboard);
    const panels = rows.flatMap((row) => row.panels);
    return html`<article class="about"><header><h2><a href="${dashboard.uid}.html">${dashboard.title}</a></h2><span class="badge">${hasFigures ? 'with figures' : 'queries only'}</span></header>
<p>${dashboard.description ?? ''}</p>
<dl>
<div><dt>Rows</dt><dd>${rows.map(({ title }) => title ?? 'health').join(' · ')}</dd></div>
<div><dt>Panels</dt><dd>${panels.length}: ${countByLanguage(panels.map((panel) => languageOfPanel(panel)?.name ?? 'other'))}</dd></div>
</dl></article>`;
  })}</section>`);
}

function countByLanguage(names: readonly string[]): string {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${all.length} ${name}`).join(', ');
}
