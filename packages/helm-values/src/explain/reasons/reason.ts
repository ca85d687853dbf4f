/** Why a value is as it is. */
export interface Reason {
  /** Dotted path that it holds for, with everything below. */
  readonly at: string;
  readonly why: string;
  /** Section of the document, ADR, or the program or chart whose behaviour it is. */
  readonly source: string;
}

/** One line of a table of reasons. */
export function reason(at: string, why: string, source: string): Reason {
  return { at, why, source };
}

/** The reason for the longest path that a given one begins with. */
export function reasonFor(path: string, reasons: readonly Reason[]): Reason | undefined {
  return reasons.filter(({ at }) => path === at || path.startsWith(`${at}.`)).toSorted((one, other) => other.at.length - one.at.length)[0];
}
