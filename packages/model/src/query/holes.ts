/** What may stand in a `${…}` of a query template: text that only the catalog can make. */
export interface Hole {
  /** The text in the finished query. */
  readonly text: string;
  /** What the grammar reads instead, for Grafana macros that no grammar knows. */
  readonly parseAs?: string;
  /** Grafana variables that the text refers to. */
  readonly variables?: readonly string[];
  readonly brand: 'hole';
}

/** Makes a hole; the only callers are the catalog's own builders. */
export function hole(text: string, more: { parseAs?: string; variables?: readonly string[] } = {}): Hole {
  return { text, ...more, brand: 'hole' };
}

/** A value to match a label with: equality by default, or another operator. */
export interface Match {
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  readonly variables?: readonly string[];
  readonly brand: 'match';
}

export type MatchValue<Value extends string> = Value | Match;

/** Every value but this one. */
export function not(value: string): Match {
  return { op: '!=', value, brand: 'match' };
}

/** Values that the anchored regular expression matches (RE2). */
export function matching(regex: string): Match {
  return { op: '=~', value: regex, brand: 'match' };
}

/** Values that the anchored regular expression does not match (RE2). */
export function notMatching(regex: string): Match {
  return { op: '!~', value: regex, brand: 'match' };
}

/** Any of the listed values, escaped for RE2. */
export function anyOf(...values: readonly string[]): Match {
  return matching(values.map((value) => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'));
}

/** Any value of one namespace variable of the dashboard: `=~"$name"`. */
export function variableMatch(name: string): Match {
  return { op: '=~', value: `$${name}`, variables: [name], brand: 'match' };
}

/** The chosen values, and series without the label: what is about nothing in particular concerns every choice. */
export function variableMatchOrNone(name: string): Match {
  return { op: '=~', value: `$${name}|`, variables: [name], brand: 'match' };
}

/** As `variableMatch`, in the query of a link, where Grafana replaces variables in braces only: `=~"${name:pipe}"`. */
export function linkedVariableMatch(name: string): Match {
  return { op: '=~', value: `\${${name}:pipe}`, variables: [name], brand: 'match' };
}

/** Writes `{a="b", c=~"d"}`, or nothing when no label is matched. */
export function writeMatchers(matchers: Readonly<Record<string, MatchValue<string> | undefined>>): { text: string; variables: string[] } {
  const parts: string[] = [];
  const variables: string[] = [];
  for (const [label, value] of Object.entries(matchers)) {
    if (value === undefined) continue;
    const match: Match = typeof value === 'string' ? { op: '=', value, brand: 'match' } : value;
    parts.push(`${label}${match.op}${JSON.stringify(match.value)}`);
    variables.push(...(match.variables ?? []));
  }
  return { text: parts.length === 0 ? '' : `{${parts.join(', ')}}`, variables };
}

/** Grafana macros (Grafana documentation, "Global variables"); `parseAs` is a value of the same kind. */
export const macros = {
  rateInterval: hole('$__rate_interval', { parseAs: '5m' }),
  range: hole('$__range', { parseAs: '3h' }),
  rangeSeconds: hole('$__range_s', { parseAs: '10800' }),
  auto: hole('$__auto', { parseAs: '5m' }),
  interval: hole('$interval', { parseAs: '5m', variables: ['interval'] }),
} as const;
