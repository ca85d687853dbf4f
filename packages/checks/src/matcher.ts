/** An Alertmanager matcher, ready to be asked. */
export interface LabelMatcher {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  /** Whether the label's value fits; a missing label counts as empty, as in Alertmanager. */
  fits(value: string): boolean;
}

/** What became of one line of a `matchers` list. */
export interface ReadMatchers {
  readonly matchers: readonly LabelMatcher[];
  /** Why the line cannot be read, else undefined. */
  readonly fault: string | undefined;
}

const one = /\s*("(?:[^"\\]|\\.)*"|[^\s"=!~{},]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|[^\s"=!~,{}][^\s",{}]*)\s*(?:,|$)/y;

/** Reads one line such as `severity="critical"` or `{team="security", alertname=~"Log.*"}`. */
export function readMatchers(line: string): ReadMatchers {
  const text = line.trim().replace(/^\{(.*)\}$/s, '$1').trim();
  const matchers: LabelMatcher[] = [];
  one.lastIndex = 0;
  for (let at = 0; at < text.length; at = one.lastIndex) {
    const found = one.exec(text);
    if (found === null) return { matchers: [], fault: `${JSON.stringify(line)} is not of the form label="value"` };
    const [, label = '', op = '=', value = ''] = found;
    const made = makeMatcher(unquote(label), op as LabelMatcher['op'], unquote(value));
    if (typeof made === 'string') return { matchers: [], fault: made };
    matchers.push(made);
  }
  return { matchers, fault: undefined };
}

/** Makes a matcher; a regular expression is anchored at both ends. Returns the fault as text when the expression is none. */
export function makeMatcher(label: string, op: LabelMatcher['op'], value: string): LabelMatcher | string {
  if (op === '=') return { label, op, value, fits: (given) => given === value };
  if (op === '!=') return { label, op, value, fits: (given) => given !== value };
  const regex = compile(value);
  if (regex === undefined) return `${JSON.stringify(value)} is not a regular expression`;
  return { label, op, value, fits: (given) => regex.test(given) === (op === '=~') };
}

/** RE2 knows inline flags that JavaScript wants outside; the rest of what routing needs is written alike in both. */
function compile(pattern: string): RegExp | undefined {
  const inline = /^\(\?([is]+)\)/.exec(pattern);
  try {
    return new RegExp(`^(?:${pattern.slice(inline?.[0].length ?? 0)})$`, `s${inline?.[1]?.includes('i') ? 'i' : ''}`);
  } catch {
    return undefined;
  }
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(["\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) : text;
}
