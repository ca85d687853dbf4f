import { parser } from '@prometheus-io/lezer-promql';

/** An expression that reads the given series under another name: the old one with a suffix. */
export function renameMetrics(expression: string, names: ReadonlySet<string>, suffix: string): string {
  const ends: number[] = [];
  parser.parse(expression).iterate({
    enter({ name, node, from, to }) {
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector' && names.has(expression.slice(from, to))) ends.push(to);
    },
  });
  return ends.toSorted((a, b) => b - a).reduce((text, end) => `${text.slice(0, end)}${suffix}${text.slice(end)}`, expression);
}

/** Whether an expression reads one of the series. */
export function readsAny(expression: string, names: ReadonlySet<string>): boolean {
  return renameMetrics(expression, names, '!') !== expression;
}
