import type { Problem } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { contextOf, dashboard, panel } from './fixtures.ts';
import { suppress } from './suppress.ts';
import type { Suppression } from './suppressions.ts';

const context = contextOf([dashboard('a', { panels: [panel(11), panel(12)] })]);
const problem = (artifact: string, path?: string): Problem => ({ code: 'dashboard-grid', severity: 'error', where: { artifact, ...(path === undefined ? {} : { path }) }, what: 'overlaps', why: '', fix: '' });
const suppression = (more: Partial<Suppression> = {}): Suppression => ({ check: 'dashboard-grid', environments: ['dev'], reason: 'moving panels', expires: '2030-06-30', ...more });
const codes = (problems: readonly Problem[], all: readonly Suppression[], today = '2030-06-30') => suppress(problems, all, context, today).map(({ code, where }) => `${code} ${where.artifact ?? where.path}`);

describe('suppress', () => {
  it.each<[string, Suppression, string, string[]]>([
    ['hides what it names, on its last day too', suppression(), '2030-06-30', []],
    ['hides one artifact only', suppression({ artifact: 'dashboard:a' }), '2030-06-30', ['dashboard-grid dashboard:b']],
    ['ends', suppression(), '2030-07-01', ['dashboard-grid dashboard:a', 'dashboard-grid dashboard:b', 'suppression-expired dashboard-grid']],
    ['does not hold elsewhere', suppression({ environments: ['production'] }), '2030-06-30', ['dashboard-grid dashboard:a', 'dashboard-grid dashboard:b']],
  ])('%s', (_, one, today, expected) => {
    expect(codes([problem('dashboard:a'), problem('dashboard:b')], [one], today)).toEqual(expected);
  });

  it('is a problem when it hides nothing', () => {
    expect(codes([], [suppression()])).toEqual(['suppression-unused dashboard-grid']);
    expect(codes([problem('dashboard:a')], [suppression({ artifact: 'dashboard:b' })])).toEqual(['dashboard-grid dashboard:a', 'suppression-unused dashboard-grid on dashboard:b']);
  });

  it('holds in every environment where it is to', () => {
    expect(codes([problem('dashboard:a')], [suppression({ environments: 'every' })])).toEqual([]);
    expect(codes([], [suppression({ environments: 'every' })])).toEqual(['suppression-unused dashboard-grid']);
  });

  it('hides single panels, each of which must have something to hide where it is shown', () => {
    const [one, two] = [problem('dashboard:a', 'panel 11 (Panel 11) target A'), problem('dashboard:a', 'panel 12 (Panel 12)')];
    const some = (...panels: readonly number[]) => [suppression({ artifact: 'dashboard:a', panels })];
    expect(codes([one, two], some(11))).toEqual(['dashboard-grid dashboard:a']);
    expect(codes([one, two], some(11, 12, 13))).toEqual([]);
    expect(codes([one], some(11, 12))).toEqual(['suppression-unused dashboard-grid on dashboard:a on panel 12 (Panel 12)']);
  });
});
