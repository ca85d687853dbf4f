import { environmentNamed } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { alertRule, alertRules, problemsOf } from '../fixtures.ts';
import { alertMissingRunbook } from './alert-missing-runbook.ts';

const base = environmentNamed('dev').runbookBaseUrl;
const found = (annotations: Readonly<Record<string, string>>, runbooks: readonly string[]) =>
  problemsOf(alertMissingRunbook, [alertRules([alertRule('HighCPU', {}, annotations)])], { runbooks }).map(({ what }) => what);

describe('alert-missing-runbook', () => {
  it.each([
    ['no link', {}, ['HighCPU'], ['HighCPU has no runbook_url']],
    ['a link to another page', { runbook_url: `${base}/HighCpu` }, ['HighCPU'], [`HighCPU links to the runbook ${base}/HighCpu`]],
    ['a link to another host', { runbook_url: 'https://wiki.test/HighCPU' }, ['HighCPU'], ['HighCPU links to the runbook https://wiki.test/HighCPU']],
    ['no page', { runbook_url: `${base}/HighCPU` }, ['HighMemory'], ['HighCPU has no page docs/runbooks/HighCPU.md']],
  ])('finds %s', (_, annotations, runbooks, expected) => {
    expect(found(annotations, runbooks)).toEqual(expected);
  });

  it('finds a missing page once, however many rules the alert has', () => {
    const rule = (severity: string) => alertRule('HighCPU', { severity }, { runbook_url: `${base}/HighCPU` });
    expect(problemsOf(alertMissingRunbook, [alertRules([rule('warning'), rule('critical')])])).toHaveLength(1);
  });

  it('accepts a link to a page that exists', () => {
    expect(found({ runbook_url: `${base}/HighCPU` }, ['HighCPU'])).toEqual([]);
  });
});
