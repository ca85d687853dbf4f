import type { Figure } from '@bud-o11y/checks';
import { describe, expect, it } from '@jest/globals';
import { figureText } from './figure-text.ts';

describe('figureText', () => {
  it('writes a line per figure and leaves out what there is none of', () => {
    const figures: readonly Figure[] = [{ of: 'panels', count: 3, fulfilled: { title: 3, unit: 2 } }, { of: 'alerts', count: 0, fulfilled: { panel: 0 } }];
    expect(figureText(figures)).toBe('  3 panels: 3 with title, 2 with unit\n');
    expect(figureText([])).toBe('');
  });
});
