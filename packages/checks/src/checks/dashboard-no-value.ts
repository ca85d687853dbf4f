import { panelCheck } from '../panel-check.ts';
import { objectOf, objectsOf, textOf } from '../json-view.ts';

/** Panels of a single state, which a colour judges. */
const judged: ReadonlySet<string> = new Set(['stat', 'gauge']);
/** Good, by the colours that Grafana has under that name. */
const good = /green/i;

/** Every panel says in words when there is no data, and a stat without data is never green. */
export const dashboardNoValue = panelCheck({
  id: 'dashboard-no-value',
  severity: 'warning',
  why: 'a broken exporter looks like a quiet night',
  *run({ type, json }) {
    const defaults = objectOf(objectOf(json['fieldConfig'])['defaults']);
    if (textOf(defaults['noValue']) === '') yield { what: 'says nothing when there is no data', fix: 'set noValue: 0 only where absence means zero, else "no data"' };
    if (!judged.has(type)) return;
    const missing = objectsOf(defaults['mappings']).map(({ options }) => objectOf(options)).find(({ match }) => textOf(match).startsWith('null'));
    if (missing === undefined) yield { what: 'takes its colour from the lowest threshold when there is no data', fix: 'map null to grey "NO DATA"' };
    else if (good.test(textOf(objectOf(missing['result'])['color']))) yield { what: 'is green when there is no data', fix: 'map null to grey "NO DATA"' };
  },
});
