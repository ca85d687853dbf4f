import type { ProofOfLifeRun } from '@bud-o11y/model';
import { body } from './body.ts';
import type { PanelJson } from './dashboard-json.ts';
import { html, type Html } from './html.ts';
import { thresholdChips } from './threshold-chips.ts';
import { unitSign } from './units.ts';

/** Where a panel stands: at its place in the grid, or after the one before it, as wide and as high as it is. */
export type Placing = 'placed' | 'flowing';

/** A panel as Grafana would lay it out; its title leads to all that is known of it, further down the page. */
export function panel(one: PanelJson, run: ProofOfLifeRun | undefined, placing: Placing): Html {
  const { x, y, w, h } = one.gridPos;
  const area = placing === 'placed' ? `${y + 1} / ${x + 1} / span ${h} / span ${w}` : `auto / auto / span ${h} / span ${w}`;
  return html`<article class="panel is-${one.type}" ${placing === 'placed' && html`id="panel-${one.id}" `}style="grid-area:${area}">
<header><h3><a href="#about-${one.id}" title="${one.description ?? ''}">${one.title}</a></h3>${one.timeFrom !== undefined && html`<span class="badge">last ${one.timeFrom}</span>`}</header>
<div class="body">${body(one, run)}</div>
${footer(one)}
</article>`;
}

/** Unit, thresholds and runbooks, in short. */
function footer({ fieldConfig: { defaults = {} } = {}, links = [] }: PanelJson): Html {
  const { unit = 'none', thresholds } = defaults;
  const sign = unitSign(unit);
  return html`<footer>${sign !== '' && html`<span class="unit">${sign}</span>`}${thresholdChips(thresholds?.steps ?? [], unit)}${links.length > 0 && html`<span class="badge">${links.length === 1 ? 'runbook' : `${links.length} runbooks`}</span>`}</footer>`;
}
