import { parser } from '@grafana/lezer-traceql';
import type { Tree } from '@lezer/common';
import type { Query } from './query.ts';
import { type Language, type NamedAt, type Reading, type TemplateValue, build } from './template.ts';

const language: Language = { language: 'traceql', parser, read };

/** TraceQL with typed holes: `attribute(…)` names an attribute of the catalog; intrinsics such as `duration` are plain text. */
export function traceql(strings: TemplateStringsArray, ...values: readonly TemplateValue[]): Query {
  return build(language, strings, values);
}

function read(tree: Tree, text: string): Reading {
  const names: NamedAt[] = [];
  tree.iterate({
    enter(ref) {
      if (ref.name === 'AttributeField') names.push({ name: text.slice(ref.from, ref.to), from: ref.from });
    },
  });
  return { selectors: [], names };
}
