import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode, Tree } from '@lezer/common';
import type { AggregationPart, BinaryPart, CallPart, Expression, Matching } from './expression.ts';
import { readSelector, unquote } from './promql.ts';

const known = new Map<string, Expression | undefined>();

/**
 * A PromQL text as a tree, Grafana's macros and variables in place; undefined when it does not parse (`query-syntax` says so).
 * It takes text, so that rules and panels of any origin can be read; each distinct text is read once in a process.
 */
export function promqlExpression(text: string): Expression | undefined {
  if (!known.has(text)) known.set(text, readTree(parser.parse(withoutVariables(text)), text));
  return known.get(text);
}

/** Strings are left alone: a variable inside one is part of a matcher's value. */
const stringOrVariable = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\$\{(\w+)(?::\w+)?\}|\$(\w+)/g;

/** Puts a duration or number of the same length where a variable stands, so that the tree's places hold for the text itself. */
function withoutVariables(text: string): string {
  return text.replaceAll(stringOrVariable, (found: string, braced: string | undefined, bare: string | undefined) => {
    const name = braced ?? bare;
    if (name === undefined) return found;
    return (/_m?s$/.test(name) ? '1' : '5m').padStart(found.length, '0');
  });
}

function readTree(tree: Tree, text: string): Expression | undefined {
  let broken = false;
  tree.iterate({ enter: ({ type }) => void (broken ||= type.isError) });
  const top = tree.topNode.firstChild;
  return broken || top === null ? undefined : read(top, text);
}

function read(node: SyntaxNode, text: string): Expression {
  const own = text.slice(node.from, node.to);
  const inner = node.getChildren('Expr').map((child) => read(child, text));
  switch (node.name) {
    case 'VectorSelector': {
      const { metric, matchers } = readSelector(node, text);
      return { kind: 'selector', metric, matchers, range: undefined, text: own };
    }
    case 'MatrixSelector': {
      const [of] = inner;
      if (of?.kind === 'selector') return { ...of, range: durations(node, text)[0] ?? '', text: own };
      return of ?? nothing(own);
    }
    case 'SubqueryExpr':
      return { kind: 'subquery', of: inner[0] ?? nothing(own), range: durations(node, text)[0] ?? '', text: own };
    case 'NumberDurationLiteral':
      return { kind: 'number', value: Number(own.toLowerCase().replace('inf', 'Infinity')), text: own };
    case 'StringLiteral':
      return { kind: 'string', value: unquote(own), text: own };
    case 'FunctionCall':
      return call(node, text);
    case 'AggregateExpr':
      return aggregation(node, text);
    case 'BinaryExpr':
      return binary(node, inner, text);
    case 'UnaryExpr':
      return { kind: 'call', name: text.slice(node.from, node.from + 1), arguments: inner, text: own };
    default:
      return inner[0] ?? nothing(own);
  }
}

/** For grammar that this reader does not know: it can be told nothing about. */
function nothing(text: string): Expression {
  return { kind: 'call', name: '', arguments: [], text };
}

function call(node: SyntaxNode, text: string): CallPart {
  const name = node.getChild('FunctionIdentifier');
  const body = node.getChild('FunctionCallBody');
  return {
    kind: 'call',
    name: name === null ? '' : text.slice(name.from, name.to),
    arguments: body?.getChildren('Expr').map((child) => read(child, text)) ?? [],
    text: text.slice(node.from, node.to),
  };
}

function aggregation(node: SyntaxNode, text: string): AggregationPart {
  const name = node.getChild('AggregateOp');
  const modifier = node.getChild('AggregateModifier');
  const given = node.getChild('FunctionCallBody')?.getChildren('Expr').map((child) => read(child, text)) ?? [];
  const own = text.slice(node.from, node.to);
  return {
    kind: 'aggregation',
    name: name === null ? '' : text.slice(name.from, name.to).toLowerCase(),
    clause: modifier?.getChild('Without') ? 'without' : 'by',
    labels: listed(modifier?.getChild('GroupingLabels'), text),
    parameter: given.length > 1 ? given[0] : undefined,
    of: given.at(-1) ?? nothing(own),
    text: own,
  };
}

function binary(node: SyntaxNode, sides: readonly Expression[], text: string): BinaryPart {
  const [left, right] = sides;
  const own = text.slice(node.from, node.to);
  // The operator has no common node name: it is what follows the left side.
  const operator = node.firstChild?.nextSibling;
  return {
    kind: 'binary',
    operator: operator ? text.slice(operator.from, operator.to).toLowerCase() : '',
    isBool: node.getChild('BoolModifier') !== null,
    matching: matching(node.getChild('MatchingModifierClause'), text),
    left: left ?? nothing(own),
    right: right ?? nothing(own),
    text: own,
  };
}

function matching(clause: SyntaxNode | null, text: string): Matching | undefined {
  if (clause === null) return undefined;
  const [labels, include] = clause.getChildren('GroupingLabels');
  return {
    clause: clause.getChild('On') === null ? 'ignoring' : 'on',
    labels: listed(labels, text),
    many: clause.getChild('GroupLeft') !== null ? 'left' : clause.getChild('GroupRight') !== null ? 'right' : undefined,
    include: listed(include, text),
  };
}

function listed(list: SyntaxNode | null | undefined, text: string): readonly string[] {
  return [...(list?.getChildren('LabelName') ?? []), ...(list?.getChildren('QuotedLabelName') ?? [])].map(({ from, to }) => unquote(text.slice(from, to)));
}

function durations(node: SyntaxNode, text: string): readonly string[] {
  return node.getChildren('DurationExpr').map(({ from, to }) => text.slice(from, to));
}
