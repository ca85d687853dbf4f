import { dashboardPlaceholders } from '@bud-o11y/model';
import { artifactCheck } from '../check.ts';
import { placeInWords, viewDashboard } from '../dashboard-view.ts';
import { leaves } from '../json-view.ts';

interface Placeholder {
  readonly pattern: RegExp;
  readonly name: string;
}

/** A named group of a regular expression, `(?P<name>…)`, and Slack's `<url|text>` are no placeholders. */
const placeholders: readonly Placeholder[] = [
  { pattern: /(?<!\?P?)<[a-z][a-z0-9 _-]*>/i, name: 'angle brackets' },
  { pattern: /<…>/, name: 'angle brackets' },
  { pattern: /(?<=[/=:@])\s?\.{3}(?!\w)|^\.{3}$/m, name: 'an ellipsis' },
  { pattern: /change[-_ ]?me/i, name: 'changeme' },
  { pattern: /\bexample\.(?:com|org|net)\b/i, name: 'an example host' },
];

const generated = Object.values(dashboardPlaceholders);

/** Nothing that a human was meant to replace is shipped: `<…>`, `...`, `changeme`, `example.com`, and what the generator of dashboards writes. */
export const artifactPlaceholder = artifactCheck({
  id: 'artifact-placeholder',
  severity: 'error',
  why: 'programs accept a placeholder as it stands and fail when it is used: the page that never arrives',
  appliesTo: ['recording-rules', 'alert-rules', 'alertmanager', 'dashboard', 'datasources', 'access', 'helm-values', 'program-config'],
  *run(artifact) {
    const { data, queries, path } = artifact;
    const texts = new Set(queries.map(({ query }) => query.text));
    for (const leaf of leaves(data)) {
      if (texts.has(leaf.text) || isSyntax(leaf.at, leaf.text)) continue;
      const at = artifact.kind === 'dashboard' ? placeInWords(viewDashboard(artifact), leaf.at) : leaf.at || path;
      if (artifact.kind === 'dashboard' && generated.some((text) => leaf.text.includes(text))) yield { at, what: `still says what the generator wrote: ${leaf.text}`, fix: 'write what somebody who opens the dashboard at night has to know' };
      for (const line of effectiveLines(leaf.text)) {
        const found = placeholders.find(({ pattern }) => pattern.test(line));
        if (found === undefined) continue;
        yield { at, what: `still holds ${found.name}: ${line.trim().slice(0, 80)}`, fix: 'put the value into the environment, or a reference to a Secret' };
      }
    }
  },
});

/** The lines of a value; where it is a whole file, without its comments. */
function effectiveLines(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.length < 3 ? lines : lines.filter((line) => !/^\s*(?:\/\/|#)/.test(line));
}

/** `group_by: ['...']` is how Alertmanager spells "by all labels"; a text panel holds HTML. */
function isSyntax(at: string, text: string): boolean {
  return (text === '...' && /(^|\.)group_by\.\d+$/.test(at)) || at.endsWith('options.content');
}
