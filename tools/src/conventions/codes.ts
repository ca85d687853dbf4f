import { checks } from '@bud-o11y/checks';
import { errorKinds, exitCodes } from '@bud-o11y/model';
import { problemCodes } from '../docs/problem-codes.ts';

/** Everything that docs/generated/errors.md has a row for, with what a spec must hold that tests it. */
export interface Code {
  readonly name: string;
  readonly mention: RegExp;
}

/** A problem's code is no word of English: wherever it stands, it is meant. */
const problems: readonly Code[] = [...checks.map(({ id }) => id), ...Object.keys(problemCodes)].map((name) => ({ name, mention: new RegExp(`(?<![\\w-])${name}(?![\\w-])`) }));

/** An error's code may be a word: it counts as a string of its own, or as the command line prints it. */
const errors: readonly Code[] = Object.keys(errorKinds).map((name) => ({ name, mention: new RegExp(`(['"\`])${name}\\1|\\b(?:error|failed) ${name}\\b`) }));

const exits: readonly Code[] = Object.values(exitCodes).map((code) => ({ name: `exit ${code}`, mention: new RegExp(`\\bexit: ${code}\\b`) }));

/** Every code of the three tables. */
export const codes: readonly Code[] = [...exits, ...errors, ...problems];

/** The codes that none of these texts mentions. */
export function untested(wanted: readonly Code[], texts: readonly string[]): readonly string[] {
  return wanted.filter(({ mention }) => !texts.some((text) => mention.test(text))).map(({ name }) => name);
}
