import { bundleCheck } from '../check.ts';

/** Every alert links to its runbook, `<runbookBaseUrl>/<alertname>`, and the page exists in docs/runbooks. */
export const alertMissingRunbook = bundleCheck({
  id: 'alert-missing-runbook',
  severity: 'error',
  why: 'an alert without a runbook wakes somebody who does not know what to do',
  appliesTo: ['alert-rules'],
  *run({ alerts, bundle, environment }) {
    const pages = new Set(bundle.runbooks);
    for (const { artifact, at, name, rule } of alerts) {
      const url = rule.annotations?.['runbook_url'];
      const wanted = `${environment.runbookBaseUrl}/${name}`;
      if (url !== wanted) {
        yield { artifact, at, what: url === undefined ? `${name} has no runbook_url` : `${name} links to the runbook ${url}`, fix: `set the annotation runbook_url to ${wanted}` };
      }
      // An alert may have several rules; its page is missing once.
      if (!pages.has(name)) {
        pages.add(name);
        yield { artifact, at, what: `${name} has no page docs/runbooks/${name}.md`, fix: `write docs/runbooks/${name}.md: what the alert means, how to confirm it, how to mitigate it` };
      }
    }
  },
});
