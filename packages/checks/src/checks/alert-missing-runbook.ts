import { runbookHeadings, runbookPlaceholders } from '@bud-o11y/model';
import { type Finding, bundleCheck } from '../check.ts';

/** Every alert links to its runbook, `<runbookBaseUrl>/<alertname>`, and the page in docs/runbooks has all seven parts, written by somebody. */
export const alertMissingRunbook = bundleCheck({
  id: 'alert-missing-runbook',
  severity: 'error',
  why: 'an alert without a runbook wakes somebody who does not know what to do',
  appliesTo: ['alert-rules'],
  *run({ alerts, bundle, environment }) {
    const seen = new Set<string>();
    for (const { artifact, at, file, name, rule } of alerts) {
      // An alert may have several rules; their link and their page are one.
      if (seen.has(name)) continue;
      seen.add(name);
      const url = rule.annotations?.['runbook_url'];
      const wanted = `${environment.runbookBaseUrl}/${name}`;
      if (url !== wanted) {
        yield { artifact, at, file, what: url === undefined ? `${name} has no runbook_url` : `${name} links to the runbook ${url}`, fix: `set the annotation runbook_url to ${wanted}` };
      }
      const page = bundle.runbooks.get(name);
      if (page === undefined) yield { artifact, at, file, what: `${name} has no page docs/runbooks/${name}.md`, fix: `write docs/runbooks/${name}.md, with the parts ${runbookHeadings.join(', ')}` };
      else for (const finding of pageFaults(name, page)) yield { artifact, ...finding };
    }
  },
});

function pageFaults(name: string, page: string): readonly Finding[] {
  const parts = new Map(page.split(/^## /m).slice(1).map((part) => [part.split('\n', 1)[0]?.trim() ?? '', part.slice(part.indexOf('\n')).trim()]));
  return runbookHeadings.flatMap((heading) => {
    const text = parts.get(heading) ?? '';
    const at = { file: `docs/runbooks/${name}.md`, at: heading };
    if (text === '') return [{ ...at, what: `the runbook of ${name} has no part "${heading}"`, fix: `write "## ${heading}" and what belongs there` }];
    if (!text.includes(runbookPlaceholders[heading])) return [];
    return [{ ...at, what: `the runbook of ${name} still says what the generator wrote under "${heading}"`, fix: 'write what somebody who is woken has to know' }];
  });
}
