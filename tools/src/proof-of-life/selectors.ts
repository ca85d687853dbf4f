import { parser } from '@prometheus-io/lezer-promql';

/** The series selectors of a PromQL text, each once: `up{job="a"}`. */
export function selectorsOf(expr: string): readonly string[] {
  const found = new Set<string>();
  parser.parse(expr).iterate({
    enter(node) {
      if (node.name === 'VectorSelector') found.add(expr.slice(node.from, node.to));
    },
  });
  return [...found];
}
