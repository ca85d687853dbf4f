import { panelCheck } from '../panel-check.ts';
import { textOf } from '../json-view.ts';

const shortest = 30;

/** Every panel with data has a title and a description that says more than the title. */
export const dashboardPanelText = panelCheck({
  id: 'dashboard-panel-text',
  severity: 'error',
  why: 'the person on call has not built the panel: without words a curve is a guess',
  *run({ title, json }) {
    const description = textOf(json['description']).trim();
    if (title.trim() === '') yield { what: 'has no title', fix: 'name what the panel shows' };
    if (description.length < shortest) yield { what: `has a description of ${description.length} characters: ${JSON.stringify(description)}`, fix: `say what is shown and what to make of it, in ${shortest} characters or more` };
    else if (plain(description) === plain(title)) yield { what: 'repeats its title as description', fix: 'say what is shown and what to make of it' };
  },
});

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();
}
