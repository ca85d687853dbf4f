/** What promtool says of a run, by the names of rules or the texts of queries. */
export interface PromtoolVerdict {
  /** What came out otherwise than expected. */
  readonly differs: ReadonlySet<string>;
  /** Rules that could not be evaluated; a file in which one stands is not judged any further. */
  readonly broken: ReadonlySet<string>;
}

/** Reads the output of `promtool test rules`. */
export function readVerdict(output: string): PromtoolVerdict {
  return { differs: named(output, /^\s*(?:alertname|expr): (.+?), time: /gm), broken: named(output, /^\s*rule: (.+?), time: /gm) };
}

function named(output: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...output.matchAll(pattern)].map(([, name = '']) => name));
}

/** The end of the names of a mutant's rules: its case's place in the batch, and its own in the case. */
export function suffixOf(index: number, mutant: number): string {
  return `__${index}m${mutant}`;
}

/** Which mutant a name belongs to, or a query that reads one; undefined for the original. */
export function mutantOf(name: string): { readonly suffix: string; readonly index: number } | undefined {
  const found = /__(\d+)m\d+/.exec(name);
  return found === null ? undefined : { suffix: found[0], index: Number(found[1]) };
}
