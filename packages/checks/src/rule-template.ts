/** What a text of a rule uses, as the rulers would read it (Go's text/template with Prometheus' functions and data). */
export interface RuleTemplate {
  /** Labels of the result that it names, and how each is written: `$labels.pod`. */
  readonly labels: readonly { readonly name: string; readonly written: string }[];
  /** Functions that it calls. */
  readonly functions: readonly string[];
  /** Variables that it reads and that neither the ruler nor the text itself sets. */
  readonly undefinedVariables: readonly string[];
  /** What is not closed, or closed without having been opened; undefined when all is well. */
  readonly unbalanced: string | undefined;
}

/** Functions of text/template, and those that Prometheus adds (template/template.go of Prometheus 3). */
export const templateFunctions: readonly string[] = [
  'and', 'or', 'not', 'len', 'index', 'slice', 'print', 'printf', 'println', 'html', 'js', 'call', 'urlquery', 'eq', 'ne', 'lt', 'le', 'gt', 'ge',
  'query', 'first', 'label', 'value', 'strvalue', 'args', 'reReplaceAll', 'safeHtml', 'match', 'title', 'toUpper', 'toLower', 'graphLink', 'tableLink', 'sortByLabel', 'stripPort',
  'stripDomain', 'humanize', 'humanize1024', 'humanizeDuration', 'humanizePercentage', 'humanizeTimestamp', 'toTime', 'toDuration', 'now', 'pathPrefix', 'externalURL', 'parseDuration',
  'urlQueryEscape', 'tmpl',
];

const keywords: ReadonlySet<string> = new Set(['if', 'else', 'end', 'range', 'with', 'define', 'template', 'block', 'break', 'continue', 'nil', 'true', 'false']);
const openers: ReadonlySet<string> = new Set(['if', 'range', 'with', 'define', 'block']);
/** Set by the rulers before the text begins. */
const given: readonly string[] = ['labels', 'externalLabels', 'externalURL', 'value'];

const action = /\{\{-?\s*(\/\*[^]*?\*\/|(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|(?!\}\}|\{\{)[^"`'])*?)\s*-?\}\}/g;
const literal = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g;

/** Reads a label or an annotation of a rule. Never throws: what is wrong stands in the result. */
export function readRuleTemplate(text: string): RuleTemplate {
  const actions = [...text.matchAll(action)].map(([, inside = '']) => inside).filter((inside) => !inside.startsWith('/*'));
  const code = actions.map((inside) => inside.replaceAll(literal, '""'));
  const declared = code.flatMap((part) => [...part.matchAll(/\$(\w+)\s*(?=,\s*\$\w+\s*:=|:=)/g)].map(([, name]) => name));
  const read = code.flatMap((part) => [...part.matchAll(/\$(\w+)/g)].map(([, name = '']) => name));
  return {
    labels: actions.flatMap(labelsOf),
    functions: [...new Set(code.flatMap((part) => [...part.matchAll(/(?<![\w.$])[A-Za-z_]\w*/g)].map(([word]) => word).filter((word) => !keywords.has(word))))],
    undefinedVariables: [...new Set(read)].filter((name) => !given.includes(name) && !declared.includes(name)),
    unbalanced: unclosedAction(text) ?? unclosedBlock(code),
  };
}

function labelsOf(inside: string): RuleTemplate['labels'] {
  const byField = [...inside.replaceAll(literal, '""').matchAll(/(?<![\w)])(?:\$labels|\$?\.Labels)\.(\w+)/g)];
  const byIndex = [...inside.matchAll(/\bindex\s+(?:\$labels|\$?\.Labels)\s+["`](\w+)["`]/g)];
  return [...byField, ...byIndex].map(([written, name = '']) => ({ name, written }));
}

function unclosedAction(text: string): string | undefined {
  const plain = text.replaceAll(action, '');
  if (plain.includes('{{')) return 'opens {{ and does not close it';
  return plain.includes('}}') ? 'closes }} and has not opened it' : undefined;
}

function unclosedBlock(code: readonly string[]): string | undefined {
  const open: string[] = [];
  for (const part of code) {
    const word = /^\w+/.exec(part)?.[0] ?? '';
    if (openers.has(word)) open.push(word);
    if (word === 'end' && open.pop() === undefined) return 'has an {{ end }} without a beginning';
    if (word === 'else' && open.length === 0) return 'has an {{ else }} without a beginning';
  }
  return open.length === 0 ? undefined : `has no {{ end }} for {{ ${open.at(-1)} }}`;
}
