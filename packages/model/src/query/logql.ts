import { parser } from '@grafana/lezer-logql';
import type { SyntaxNode, Tree } from '@lezer/common';
import type { Matcher, Query, SelectorUse } from './query.ts';
import { type Language, type NamedAt, type Reading, type TemplateValue, build } from './template.ts';

const language: Language = { language: 'logql', parser, read };

/** LogQL with typed holes: `stream({…})` for the selector, `field(…)` and `labels(…)` for names; the rest is LogQL. */
export function logql(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): Query {
  return build(language, strings, values);
}

/** Names that Loki sets itself after a parser stage. */
const builtIn: ReadonlySet<string> = new Set(['__error__', '__error_details__', '__line__', '__timestamp__']);

function read(tree: Tree, text: string): Reading {
  const selectors: SelectorUse[] = [];
  const names: NamedAt[] = [];
  tree.iterate({
    enter(ref) {
      if (ref.name === 'Selector') selectors.push({ metric: '', matchers: readMatchers(ref.node, text) });
      if (ref.name !== 'Identifier') return;
      const name = text.slice(ref.from, ref.to);
      if (!builtIn.has(name)) names.push({ name, from: ref.from });
    },
  });
  return { selectors, names };
}

function readMatchers(selector: SyntaxNode, text: string): Matcher[] {
  const found: Matcher[] = [];
  selector.cursor().iterate((ref) => {
    if (ref.name !== 'Matcher') return;
    const [label, op, value] = [ref.node.firstChild, ref.node.firstChild?.nextSibling, ref.node.lastChild];
    if (!label || !op || !value) return;
    const raw = text.slice(value.from, value.to);
    found.push({
      label: text.slice(label.from, label.to),
      op: text.slice(op.from, op.to),
      value: raw.startsWith('`') ? raw.slice(1, -1) : String(JSON.parse(raw)),
    });
  });
  return found;
}
