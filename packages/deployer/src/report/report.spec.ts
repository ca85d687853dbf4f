import { describe, expect, it } from '@jest/globals';
import type { Output } from '../host.ts';
import { liveLine } from './live-line.ts';
import { type ColorChoice, paletteFor } from './palette.ts';
import { printable } from './printable.ts';
import { textTable } from './tally-table.ts';

const terminal = (isTerminal: boolean): Output & { readonly text: () => string } => {
  let text = '';
  return { write: (more) => void (text += more), isTerminal, columns: 10, text: () => text };
};

describe('paletteFor', () => {
  it.each<[ColorChoice, boolean, Readonly<Record<string, string>>, boolean]>([
    ['auto', true, {}, true],
    ['auto', false, {}, false],
    ['auto', true, { NO_COLOR: '1' }, false],
    ['auto', true, { NO_COLOR: '' }, true],
    ['auto', false, { FORCE_COLOR: '1' }, true],
    ['auto', true, { FORCE_COLOR: '0' }, false],
    ['auto', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['always', false, { NO_COLOR: '1' }, true],
    ['never', true, { FORCE_COLOR: '1' }, false],
  ])('%s, terminal %s, %j: coloured %s', (choice, isTerminal, variables, colored) => {
    expect(paletteFor(choice, terminal(isTerminal), variables).added('x') !== 'x').toBe(colored);
  });
});

describe('printable', () => {
  it.each([
    ['plain äöü ‹›\n\ttext', 'plain äöü ‹›\n\ttext'],
    ['\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
    ['a\rb\u0007\u009b2J', 'a\\x0db\\x07\\x9b2J'],
    ['abc\u202etxt', 'abc\\u202etxt'],
  ])('%j', (text, wanted) => expect(printable(text)).toBe(wanted));
});

describe('liveLine', () => {
  it('changes in place on a terminal, no wider than it, and gives way to whole lines', () => {
    const output = terminal(true);
    const live = liveLine(output);
    live.update('1/2 a long line');
    live.print('whole');
    live.clear();
    expect(output.text()).toBe('\r\u001b[2K1/2 a lon\r\u001b[2Kwhole\n');
  });

  it('writes only whole lines elsewhere', () => {
    const output = terminal(false);
    const live = liveLine(output);
    live.update('1/2');
    live.print('whole');
    expect(output.text()).toBe('whole\n');
  });
});

describe('textTable', () => {
  it('puts numbers to the right, without trailing spaces', () => {
    expect(textTable([['wave', 'n', 'x'], ['a', '5', ''], ['long name', '10', 'y']], paletteFor('never', terminal(false), {}))).toBe('wave        n  x\na           5\nlong name  10  y\n');
  });
});
