import { environmentNamed, runbookHeadings, runbookPlaceholders } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, problemsOf } from '../fixtures.ts';
import { alertMissingRunbook } from './alert-missing-runbook.ts';

const base = environmentNamed('dev').runbookBaseUrl;
const whole = `# HighCPU\n\n${runbookHeadings.map((heading) => `## ${heading}\n\nWhat there is to say.\n`).join('\n')}`;
const found = (annotations: Readonly<Record<string, string>>, runbooks: Readonly<Record<string, string>>) =>
  problemsOf(alertMissingRunbook, [alertRules([alertRule('HighCPU', {}, annotations)])], { runbooks });

describe('alert-missing-runbook', () => {
  it.each([
    ['no link', {}, { HighCPU: whole }, ['HighCPU has no runbook_url']],
    ['a link to another page', { runbook_url: `${base}/HighCpu` }, { HighCPU: whole }, [`HighCPU links to the runbook ${base}/HighCpu`]],
    ['a link to another host', { runbook_url: 'https://wiki.test/HighCPU' }, { HighCPU: whole }, ['HighCPU links to the runbook https://wiki.test/HighCPU']],
    ['no page', { runbook_url: `${base}/HighCPU` }, { HighMemory: whole }, ['HighCPU has no page docs/runbooks/HighCPU.md']],
  ])('finds %s', (_, annotations, runbooks, expected) => {
    expect(found(annotations, runbooks as Readonly<Record<string, string>>).map(({ what }) => what)).toEqual(expected);
  });

  it.each([
    ['a part that is missing', whole.replace('## Impact', '### Impact'), 'the runbook of HighCPU has no part "Impact"'],
    ['a part that is empty', whole.replace('## Impact\n\nWhat there is to say.', '## Impact\n'), 'the runbook of HighCPU has no part "Impact"'],
    ['a part that nobody has written yet', whole.replace('## Impact\n\nWhat there is to say.', `## Impact\n\n${runbookPlaceholders.Impact}`), 'the runbook of HighCPU still says what the generator wrote under "Impact"'],
  ])('finds %s, on the page', (_, page, what) => {
    expect(found({ runbook_url: `${base}/HighCPU` }, { HighCPU: page })).toMatchObject([{ what, where: { file: 'docs/runbooks/HighCPU.md', path: 'Impact' } }]);
  });

  it('finds a missing page once, however many rules the alert has', () => {
    const rule = (severity: string) => alertRule('HighCPU', { severity }, { runbook_url: `${base}/HighCPU` });
    expect(problemsOf(alertMissingRunbook, [alertRules([rule('warning'), rule('critical')])])).toHaveLength(1);
  });

  it('accepts a link to a page that says everything', () => {
    expect(found({ runbook_url: `${base}/HighCPU` }, { HighCPU: whole })).toEqual([]);
  });
});
