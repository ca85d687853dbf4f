import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { type Mutant, type Proposal, comparisonProposals, everywhere, mutantsOf, nearby, windowProposals, withoutEntry } from './mutant.ts';

/** Every single change of a PromQL expression that a test should notice. */
export function promqlMutants(expression: string): readonly Mutant[] {
  const proposals: Proposal[] = [];
  parser.parse(expression).iterate({
    enter({ node, name }) {
      if (name === 'BinaryExpr') proposals.push(...binaryProposals(node, expression));
      if (name === 'LabelMatchers') proposals.push(...matcherProposals(node, expression));
      if (name === 'AggregateModifier' && node.getChild('By') !== null) proposals.push(...labelProposals(node, expression));
      if (name === 'MatchingModifierClause') proposals.push(...joinProposals(node, expression));
      if (name === 'MatrixSelector' || name === 'SubqueryExpr') proposals.push(...windowProposals(node.getChildren('DurationExpr').slice(0, 1), expression));
      if (name === 'FunctionCall') proposals.push(...rateProposals(node, expression));
    },
  });
  return mutantsOf(expression, [...proposals, ...everywhere(proposals)]);
}

/** Comparisons get the other direction, the other edge and other numbers; what is only joined, guarded or filled in loses that, or gets the opposite. */
function binaryProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const [left, right] = [node.firstChild, node.lastChild];
  const operator = left?.nextSibling;
  if (!left || !right || !operator) return [];
  const written = text.slice(operator.from, operator.to);
  const at = { from: operator.from, to: operator.to };
  const compared = comparisonProposals(written, at);
  if (compared.length > 0) return [...compared, ...thresholdProposals(right, text)];
  const joins = node.getChild('MatchingModifierClause') !== null || ['or', 'and', 'unless'].includes(written);
  const other = excluded[written];
  return [
    ...(joins ? [{ kind: 'operand', what: `${written} and what follows is dropped`, edits: [{ from: left.to, to: right.to, text: '' }] } as const] : []),
    ...(other === undefined ? [] : [{ kind: 'operator', what: `${written} becomes ${other}`, edits: [{ ...at, text: other }] } as const]),
  ];
}

const excluded: Readonly<Record<string, string>> = { and: 'unless', unless: 'and' };

/** The number on the right of a comparison, or the factor of a product there. */
function thresholdProposals(right: SyntaxNode, text: string): readonly Proposal[] {
  const factor = right.name === 'BinaryExpr' && right.getChild('Mul') !== null ? right.firstChild : right;
  const value = factor === null ? Number.NaN : Number(text.slice(factor.from, factor.to));
  if (factor === null || Number.isNaN(value)) return [];
  return nearby(value).map((near) => ({ kind: 'threshold', what: `${value} becomes ${near}`, edits: [{ from: factor.from, to: factor.to, text: String(near) }] }));
}

function matcherProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const matchers = node.getChildren('UnquotedLabelMatcher');
  return matchers.map((matcher, index) => ({ kind: 'matcher', what: `${text.slice(matcher.from, matcher.to)} is dropped`, edits: [withoutEntry(matchers, index)] }));
}

function labelProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const names = node.getChild('GroupingLabels')?.getChildren('LabelName') ?? [];
  return names.map((name, index) => ({ kind: 'label', what: `by (${text.slice(name.from, name.to)}) is dropped`, edits: [withoutEntry(names, index)] }));
}

/** `on (a, b)` and `ignoring (a, b)` without one of the labels. What `group_left` brings over is another list. */
function joinProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const [list] = node.getChildren('GroupingLabels');
  const kind = node.getChild('On') === null ? 'ignoring' : 'on';
  const names = list?.getChildren('LabelName') ?? [];
  return names.map((name, index) => ({ kind: 'join', what: `${kind} (${text.slice(name.from, name.to)}) is dropped`, edits: [withoutEntry(names, index)] }));
}

/** `rate(x[5m])` becomes `x`: the counter compared as it stands. */
function rateProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const name = text.slice(node.from, node.firstChild?.to ?? node.from);
  const selector = node.getChild('FunctionCallBody')?.getChild('MatrixSelector')?.getChild('VectorSelector');
  if (!['rate', 'increase'].includes(name) || !selector) return [];
  return [{ kind: 'rate', what: `${name}() is deleted`, edits: [{ from: node.from, to: node.to, text: text.slice(selector.from, selector.to) }] }];
}
