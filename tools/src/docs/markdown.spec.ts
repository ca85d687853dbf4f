import { describe, expect, it } from '@jest/globals';
import { page, table } from './markdown.ts';

describe('table', () => {
  it('escapes what would end a cell', () => {
    expect(table(['a', 'b'], [['x|y', 'two\n lines']])).toBe('| a | b |\n|---|---|\n| x\\|y | two lines |');
  });
});

describe('page', () => {
  it('ends with one newline and says what to edit instead', () => {
    expect(page('T', '`source/`', 'part')).toBe('# T\n\nGenerated from `source/` by `npx nx run tools:build`: edit that, not this.\n\npart\n');
  });
});
