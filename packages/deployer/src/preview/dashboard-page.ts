import type { ProofOfLife, ProofOfLifeRun } from '@bud-o11y/model';
import { about } from './about.ts';
import type { DashboardJson, PanelJson } from './dashboard-json.ts';
import { htmlDocument } from './document.ts';
import { html, type Html } from './html.ts';
import { panel } from './panel.ts';
import { type Section, sections } from './sections.ts';

/** The page of a dashboard: its rows as Grafana lays them out, then how it looks when something is wrong, then all there is to know of each panel. */
export function dashboardPage(dashboard: DashboardJson, environment: string, proof: ProofOfLife | undefined): string {
  const rows = sections(dashboard);
  const [healthy, ...wrong] = proof?.runs ?? [];
  return htmlDocument(`${dashboard.title} · ${environment}`, html`${heading(dashboard, environment, hasFigures(proof) ? healthy : undefined)}
${rows.map((row) => section(row, healthy))}
${wrong.map((run) => incident(run, rows.flatMap(({ panels }) => panels)))}
<h2>Behind the panels</h2>
${rows.map(({ title, panels }) => html`<section class="abouts" aria-label="${title ?? 'First row'}, panel by panel">${panels.map(about)}</section>`)}`);
}

/** Whether the proof of life asked anything of a dashboard: one that reads logs and traces alone has no figures. */
export function hasFigures(proof: ProofOfLife | undefined): boolean {
  return proof?.runs.some(({ panels }) => Object.keys(panels).length > 0) === true;
}

function heading({ title, description, uid, tags = [], time, refresh, templating, annotations }: DashboardJson, environment: string, run: ProofOfLifeRun | undefined): Html {
  const facts: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['uid', [uid]],
    ['tags', tags],
    ['opens with', [`${time?.from ?? ''} to now`, ...(refresh === undefined || refresh === '' ? [] : [`every ${refresh}`])]],
    ['variables', (templating?.list ?? []).map(({ name }) => `$${name}`)],
    ['annotations', (annotations?.list ?? []).map(({ name, enable }) => (enable ? name : `${name} (off)`))],
  ];
  return html`<nav><a href="index.html">All dashboards of ${environment}</a></nav>
<h1>${title}</h1>
<p class="lead">${description ?? ''}</p>
<p class="figures">${run === undefined ? 'No figures of a proof of life: the panels show their queries.' : `Figures of the proof of life, scenario “${run.scenario}”, ${utc(run.from)} to ${utc(run.to)}: synthetic telemetry, answered by a real Prometheus.`}</p>
<dl class="facts">${facts.map(([name, values]) => html`<div><dt>${name}</dt><dd>${values.join(', ')}</dd></div>`)}</dl>`;
}

function section({ title, collapsed, panels }: Section, run: ProofOfLifeRun | undefined): Html {
  return html`<section aria-label="${title ?? 'First row'}">${title !== undefined && html`<h2 class="row">${title}${collapsed && html` <span class="badge">folded when opened</span>`}</h2>`}
${title === undefined && html`<h2 class="unseen">First row</h2>`}<div class="grid">${panels.map((one) => panel(one, run, 'placed'))}</div></section>`;
}

/** The panels that a scenario is named for, as they look in it. */
function incident(run: ProofOfLifeRun, panels: readonly PanelJson[]): Html {
  const named = panels.filter(({ id }) => run.panels[String(id)] !== undefined);
  return html`<section aria-label="Scenario ${run.scenario}"><h2 class="row">When something is wrong: “${run.scenario}”</h2><div class="grid">${named.map((one) => panel(one, run, 'flowing'))}</div></section>`;
}

function utc(unixSeconds: number): string {
  return `${new Date(unixSeconds * 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
