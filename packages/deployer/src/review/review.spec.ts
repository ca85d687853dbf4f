import { describe, expect, it } from '@jest/globals';
import { paletteFor } from '../report/palette.ts';
import { reviewText } from '../report/review-text.ts';
import { review } from './review.ts';
import { structuralDiff } from './structural-diff.ts';

describe('structuralDiff', () => {
  it.each([
    ['equal documents', { a: [1] }, { a: [1] }, []],
    ['a leaf', { a: { b: 1 } }, { a: { b: 2 } }, [{ at: 'a.b', before: 1, after: 2 }]],
    ['a key that came and one that went', { a: 1 }, { b: null }, [{ at: 'a', before: 1 }, { at: 'b', after: null }]],
    ['an item of a named list, whatever its place', { rules: [{ alert: 'A', expr: '1' }, { alert: 'B', expr: '1' }] }, { rules: [{ alert: 'N', expr: '0' }, { alert: 'A', expr: '1' }, { alert: 'B', expr: '2' }] }, [{ at: 'rules[B].expr', before: '1', after: '2' }, { at: 'rules[N]', after: { alert: 'N', expr: '0' } }]],
    ['the order of a named list', { l: [{ id: 1 }, { id: 2 }] }, { l: [{ id: 2 }, { id: 1 }] }, [{ at: 'order of l', before: ['1', '2'], after: ['2', '1'] }]],
    ['a list whose names repeat, by position', { l: [{ name: 'a' }, { name: 'a' }] }, { l: [{ name: 'a' }, { name: 'b' }] }, [{ at: 'l[1].name', before: 'a', after: 'b' }]],
    ['another type', { a: [1] }, { a: '1' }, [{ at: 'a', before: [1], after: '1' }]],
  ])('tells %s', (_, before, after, wanted) => expect(structuralDiff(before, after)).toEqual(wanted));
});

describe('review', () => {
  const tree = (files: Readonly<Record<string, string>>) => new Map(Object.entries(files));

  it('folds what is the same in several environments, and keeps apart what is not', () => {
    const before = tree({ 'rules/dev/mimir/g.yaml': 'for: 5m\nkeep: 1\n', 'rules/local/mimir/g.yaml': 'for: 5m\nkeep: 1\n', 'rules/production/mimir/g.yaml': 'for: 5m\nkeep: 1\n' });
    const after = tree({ 'rules/dev/mimir/g.yaml': 'for: 6m\nkeep: 1\n', 'rules/local/mimir/g.yaml': 'for: 6m\nkeep: 1\n', 'rules/production/mimir/g.yaml': 'for: 6m\nkeep: 2\n' });
    expect(review(before, after)).toEqual([{
      path: 'rules/mimir/g.yaml',
      changes: [
        { environments: ['dev', 'local', 'production'], status: 'changed', differences: [{ at: 'for', before: '5m', after: '6m' }] },
        { environments: ['production'], status: 'changed', differences: [{ at: 'keep', before: 1, after: 2 }] },
      ],
    }]);
  });

  it('tells artifacts that came and went, and looks only at the environments wanted', () => {
    const changes = review(tree({ 'rules/dev/old.yaml': 'a: 1\n' }), tree({ 'rules/dev/new.yaml': 'a: 1\n', 'rules/staging/new.yaml': 'a: 1\n' }), (environment) => environment === 'dev');
    expect(changes.map(({ path, changes: [first] }) => [path, first?.status, first?.environments])).toEqual([['rules/new.yaml', 'added', ['dev']], ['rules/old.yaml', 'removed', ['dev']]]);
  });

  it('tells a change of the text alone', () => {
    expect(review(tree({ 'rules/dev/a.yaml': 'a: 1\n' }), tree({ 'rules/dev/a.yaml': "a:   1\n" }))).toHaveLength(1);
  });

  it('reads as a change log, with secrets hidden and control characters shown', () => {
    const palette = paletteFor('never', { write: () => undefined, isTerminal: false, columns: 80 }, {});
    const text = reviewText(review(
      tree({ 'alerts/dev/a.yaml': 'password: hunter2\nsummary: |\n  one\n  two\n', 'alerts/local/a.yaml': 'password: hunter2\nsummary: |\n  one\n  two\n' }),
      tree({ 'alerts/dev/a.yaml': 'password: hunter3\nsummary: "one\\n2\\e[2J\\n"\n', 'alerts/local/a.yaml': 'password: hunter3\nsummary: "one\\n2\\e[2J\\n"\n' }),
    ), palette);
    expect(text).toBe('alerts/a.yaml\n  dev, local: same change\n    password\n      - ‹hidden›\n      + ‹hidden›\n    summary\n      @ line 1\n        one\n      - two\n      + 2\\x1b[2J\n');
  });
});
