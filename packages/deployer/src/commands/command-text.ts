import { shellWord } from '../report/shell-word.ts';
import type { Invocation } from './command.ts';

/**
 * A command for a person to paste: another verb on the same environment, with those of the flags of this command line that
 * are named. `more` stands before them.
 */
export function commandText(verb: string, { environment, options }: Pick<Invocation, 'environment' | 'options'>, flags: readonly string[], more: readonly string[] = []): string {
  const given = flags.flatMap((flag) => {
    const value = options[flag];
    if (value === undefined) return [];
    return value === true ? [`--${flag}`] : [`--${flag} ${shellWord(value)}`];
  });
  return [`npx bud-o11y ${verb}`, `-e ${environment}`, ...more, ...given].join(' ');
}
