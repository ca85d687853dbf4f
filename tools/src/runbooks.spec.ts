import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { alerts } from '@bud-o11y/alerts';
import { type Query, catalogSeries, logql, metricsRead, promql, runbookHeadings, severities } from '@bud-o11y/model';
import { recordingGroups } from '@bud-o11y/rules';
import { runbooks } from './docs/runbooks/index.ts';

const folder = join(import.meta.dirname, '../../docs/runbooks');
const pages = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
const known = new Set([...catalogSeries.keys(), ...recordingGroups.flatMap((group) => group.series.map(({ metric }) => metric))]);

/** The fenced blocks of one language, read by the templates' own grammars. */
function queries(text: string, language: 'promql' | 'logql'): readonly Query[] {
  const read = language === 'promql' ? promql : logql;
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block = '']) => read(Object.assign([block], { raw: [block] })));
}

describe('docs/runbooks', () => {
  it('has one page per alert and no other', () => {
    expect(pages.sort()).toEqual(alerts.map(({ id }) => `${id}.md`).sort());
  });

  it('has an index with every page once, the pages first that wake somebody', () => {
    const listed = [...(runbooks().get('README.md') ?? '').matchAll(/^\| \[(\w+)\]\((\w+)\.md\) \| (\w+)/gm)];
    expect(listed.map(([, id]) => id).toSorted()).toEqual(alerts.map(({ id }) => id).toSorted());
    for (const [, id, page] of listed) expect(page).toBe(id);
    expect(listed.map(([, , , priority]) => priority)).toEqual(listed.map(([, , , priority]) => priority).toSorted());
  });
});

describe.each(alerts)('the runbook of $id', ({ id, severity, team, threshold }) => {
  const text = readFileSync(join(folder, `${id}.md`), 'utf8');

  it('has the seven parts, each with something in it', () => {
    expect(text).toMatch(new RegExp(`^# ${id}\\n`));
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(runbookHeadings);
    for (const part of text.split(/^## .+$/m).slice(1)) expect(part.trim().length).toBeGreaterThan(3);
  });

  it('names priority and team as the alert has them', () => {
    if (severity !== 'none') expect(text).toContain(severities[severity].priority);
    expect(text).toContain(`Team ${team}.`);
  });

  it('holds queries that parse, over series that exist', () => {
    const found = [...queries(text, 'promql'), ...queries(text, 'logql')];
    expect(found.flatMap(({ problems }) => problems).filter(({ code }) => code === 'query-syntax').map(({ what }) => what)).toEqual([]);
    expect(found.flatMap(metricsRead).filter((metric) => !known.has(metric))).toEqual([]);
    if (threshold !== undefined && severity === 'critical') expect(found.length).toBeGreaterThan(0);
  });
});
