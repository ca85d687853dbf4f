import type { PanelJson, TargetJson } from './dashboard-json.ts';
import { code } from './code.ts';
import { fieldOf } from './fields.ts';
import { html, type Html, type Hole } from './html.ts';
import { link } from './links.ts';
import { languageOf, queryText } from './queries.ts';
import { thresholdChips } from './threshold-chips.ts';
import { unitSign } from './units.ts';

/** All that is known of a panel, for those who review it: what it says, asks, means by its colours, and where it leads. */
export function about(panel: PanelJson): Html {
  const { defaults = {}, overrides = [] } = panel.fieldConfig ?? {};
  const { unit = 'none', thresholds, links = [] } = defaults;
  const chips = thresholdChips(thresholds?.steps ?? [], unit);
  const ways = [...links, ...overrides.flatMap(({ properties }) => properties.flatMap(({ id, value }) => (id === 'links' ? (value as typeof links) : [])))];
  return html`<article class="about" id="about-${panel.id}">
<header><h3><a href="#panel-${panel.id}">${panel.title}</a></h3><span class="badge">${panel.type} ${panel.id}</span></header>
<p>${panel.description ?? ''}</p>
<dl>
${entry('Unit', unitSign(unit) === '' ? 'a number' : unitSign(unit))}
${entry('Thresholds', chips.length > 0 && html`<span class="chips">${chips}</span>`)}
${fieldsApart(panel)}
${entry('Own time', panel.timeFrom !== undefined && `last ${panel.timeFrom}`)}
${entry('Leads to', ways.length > 0 && html`<ul>${ways.map((way) => html`<li>${link(way)}</li>`)}</ul>`)}
${entry('Runbooks', (panel.links ?? []).length > 0 && html`<ul>${panel.links?.map((way) => html`<li>${link(way)}</li>`)}</ul>`)}
</dl>
${(panel.targets ?? []).map(query)}
</article>`;
}

function entry(name: string, content: Hole): Html {
  return html`${content !== undefined && content !== false && html`<div><dt>${name}</dt><dd>${content}</dd></div>`}`;
}

/** Series and columns with a unit or with thresholds of their own. */
function fieldsApart(panel: PanelJson): readonly Html[] {
  return (panel.fieldConfig?.overrides ?? []).filter(({ properties }) => properties.some(({ id }) => id === 'unit' || id === 'thresholds')).map(({ matcher }) => {
    const legend = panel.targets?.find(({ refId }) => refId === matcher.options)?.legendFormat;
    const { title, unit, steps } = fieldOf(panel, { name: matcher.id === 'byFrameRefID' ? (legend ?? matcher.options) : matcher.options, refId: matcher.options });
    return entry(title, html`<span class="chips">${unitSign(unit) === '' ? 'a number' : unitSign(unit)}${thresholdChips(steps, unit)}</span>`);
  });
}

function query(target: TargetJson): Html {
  return html`<figure><figcaption>${target.refId} · ${languageOf(target)?.name}${target.legendFormat !== undefined && target.legendFormat !== '' && html` · ${target.legendFormat}`}</figcaption>${code(queryText(target))}</figure>`;
}
