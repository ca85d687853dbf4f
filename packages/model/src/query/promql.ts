import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode, Tree } from '@lezer/common';
import type { Matcher, Query, SelectorUse } from './query.ts';
import { type Language, type NamedAt, type Reading, type TemplateValue, build } from './template.ts';

const language: Language = { language: 'promql', parser, read };

/** PromQL with typed holes: metrics and labels come from the catalog, the rest is the language that its readers know. */
export function promql(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): Query {
  return build(language, strings, values);
}

function read(tree: Tree, text: string): Reading {
  const selectors: SelectorUse[] = [];
  const names: NamedAt[] = [];
  tree.iterate({
    enter(ref) {
      const node = ref.node;
      if (ref.name === 'VectorSelector') selectors.push(readSelector(node, text, names));
      if (ref.name === 'GroupingLabels') {
        for (const label of node.getChildren('LabelName')) names.push({ name: text.slice(label.from, label.to), from: label.from });
      }
    },
  });
  return { selectors, names };
}

/** Name and matchers of a `VectorSelector` node; with `names`, the names are added to it with their places. */
export function readSelector(node: SyntaxNode, text: string, names: NamedAt[] = []): SelectorUse {
  const identifier = node.getChild('Identifier');
  const metric = identifier === null ? '' : text.slice(identifier.from, identifier.to);
  if (identifier !== null) names.push({ name: metric, from: identifier.from });
  const matchers: Matcher[] = [];
  const cursor = node.cursor();
  do {
    if (cursor.from >= node.to) break;
    if (cursor.name === 'UnquotedLabelMatcher' || cursor.name === 'QuotedLabelMatcher') {
      const matcher = readMatcher(cursor.node, text);
      names.push({ name: matcher.label, from: cursor.from });
      matchers.push(matcher);
    }
  } while (cursor.next());
  return { metric, matchers };
}

function readMatcher(node: SyntaxNode, text: string): Matcher {
  const label = node.firstChild;
  const value = node.lastChild;
  const op = node.getChild('MatchOp');
  return {
    label: label === null ? '' : unquote(text.slice(label.from, label.to)),
    op: op === null ? '=' : text.slice(op.from, op.to),
    value: value === null ? '' : unquote(text.slice(value.from, value.to)),
  };
}

/** What a string literal of PromQL stands for; any other text as it is. An escape that JSON does not know stays as it is written. */
export function unquote(text: string): string {
  if (text.startsWith("'") || text.startsWith('`')) return text.slice(1, -1);
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
