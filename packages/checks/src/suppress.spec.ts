import type { Problem } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { suppress } from './suppress.ts';
import type { Suppression } from './suppressions.ts';

const problem = (artifact: string): Problem => ({ code: 'dashboard-grid', severity: 'error', where: { artifact }, what: 'overlaps', why: '', fix: '' });
const suppression = (more: Partial<Suppression> = {}): Suppression => ({ check: 'dashboard-grid', environments: ['dev'], reason: 'moving panels', expires: '2030-06-30', ...more });
const codes = (problems: readonly Problem[], all: readonly Suppression[], today = '2030-06-30') => suppress(problems, all, 'dev', today).map(({ code, where }) => `${code} ${where.artifact ?? where.path}`);

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
});
