import type { PanelView } from '../dashboard-view.ts';
import { panelCheck } from '../panel-check.ts';
import { objectOf, objectsOf, textOf } from '../json-view.ts';

/** Whether a state is good is never told by colour alone: states have words, and stats show their value. */
export const dashboardColourOnly = panelCheck({
  id: 'dashboard-colour-only',
  severity: 'warning',
  why: 'one man in twelve cannot tell red from green, and a screenshot in black and white tells nobody',
  *run(panel) {
    const options = objectOf(panel.json['options']);
    const words = objectsOf(objectOf(objectOf(panel.json['fieldConfig'])['defaults'])['mappings']).filter(({ type }) => type !== 'special');
    if (panel.type === 'state-timeline' && words.length === 0 && options['showValue'] === 'never') yield { what: 'shows states by colour alone', fix: 'map its values to words' };
    if (panel.type === 'stat' && options['textMode'] === 'none') yield { what: 'shows a colour without its value', fix: 'show the value, or words that it is mapped to' };
    if (panel.type === 'stat' && isState(panel) && words.length === 0) yield { what: 'shows a state as a bare number', fix: 'map its values to words, such as UP and DOWN' };
  },
});

/** 0 and 1 are no amounts. */
function isState({ json }: PanelView): boolean {
  return ['none', 'bool'].includes(textOf(objectOf(objectOf(json['fieldConfig'])['defaults'])['unit']));
}
