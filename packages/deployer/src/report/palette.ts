import { styleText } from 'node:util';
import type { Host, Output } from '../host.ts';

export type ColorChoice = 'auto' | 'always' | 'never';

/** Colours by meaning; each leaves the text as it is where colours are off. */
export interface Palette {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly changed: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The flag beats FORCE_COLOR, which beats NO_COLOR (https://no-color.org), which beats the kind of the stream. */
export function paletteFor(choice: ColorChoice, output: Output, variables: Host['variables']): Palette {
  const forced = variables['FORCE_COLOR'];
  const colored = choice === 'always' || (choice === 'auto' && (
    forced !== undefined && forced !== '' ? forced !== '0' && forced !== 'false' : (variables['NO_COLOR'] ?? '') === '' && output.isTerminal
  ));
  const style = (format: Parameters<typeof styleText>[0]) => (text: string) => (colored ? styleText(format, text, { validateStream: false }) : text);
  return { added: style('green'), removed: style('red'), changed: style('yellow'), strong: style('bold'), dim: style('dim') };
}
