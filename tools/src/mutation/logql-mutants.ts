import type { SyntaxNode } from '@lezer/common';
import { parser } from '@grafana/lezer-logql';
import { type Mutant, type Proposal, comparisonProposals, everywhere, mutantsOf, nearby, windowProposals, withoutEntry } from './mutant.ts';

/** Every single change of a LogQL metric query that a test should notice. */
export function logqlMutants(expression: string): readonly Mutant[] {
  const proposals: Proposal[] = [];
  parser.parse(expression).iterate({
    enter({ node, name }) {
      if (['Gtr', 'Gte', 'Lss', 'Lte', 'Eql', 'Neq'].includes(name) && node.parent?.name === 'BinOpExpr') proposals.push(...comparedProposals(node, expression));
      if (name === 'BinOpExpr') proposals.push(...joinProposals(node, expression));
      if (name === 'Range') proposals.push(...windowProposals([{ from: node.from + 1, to: node.to - 1 }], expression));
      if (name === 'Selector') proposals.push(...matcherProposals(node, expression));
      if (name === 'LabelFilter' && node.parent?.name === 'PipelineStage') proposals.push(stage(node.parent, expression));
      if (name === 'LineFilter') proposals.push(stage(node, expression));
      if (name === 'Labels' && node.parent?.name === 'Grouping') proposals.push(...labelProposals(node.parent, expression));
      if (name === 'Rate') proposals.push({ kind: 'rate', what: 'rate() becomes count_over_time()', edits: [{ from: node.from, to: node.to, text: 'count_over_time' }] });
      if (name === 'OffsetExpr') proposals.push({ kind: 'offset', what: `${expression.slice(node.from, node.to)} is dropped`, edits: [{ from: node.from, to: node.to, text: '' }] });
    },
  });
  return mutantsOf(expression, [...proposals, ...everywhere(proposals)]);
}

/** The tree knows no precedence, so the number is taken from the text that follows the operator. */
function comparedProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const written = text.slice(node.from, node.to);
  const [, space = '', number] = /^(\s*)(-?[\d.]+)/.exec(text.slice(node.to)) ?? [];
  const from = node.to + space.length;
  const thresholds = number === undefined ? [] : nearby(Number(number)).map((near): Proposal => ({ kind: 'threshold', what: `${number} becomes ${near}`, edits: [{ from, to: from + number.length, text: String(near) }] }));
  return [...comparisonProposals(written, { from: node.from, to: node.to }), ...thresholds];
}

/** `a or b` and `a unless b` become `a`. */
function joinProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const [left, right] = [node.firstChild, node.lastChild];
  const operator = left?.nextSibling;
  if (!left || !right || !operator || !['Or', 'Unless'].includes(operator.name)) return [];
  return [{ kind: 'operand', what: `${text.slice(operator.from, operator.to)} and what follows is dropped`, edits: [{ from: left.to, to: right.to, text: '' }] }];
}

/** The only matcher cannot be dropped: Loki refuses a selector that takes everything. */
function matcherProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const matchers: SyntaxNode[] = [];
  node.cursor().iterate((ref) => {
    if (ref.name === 'Matcher') matchers.push(ref.node);
  });
  if (matchers.length < 2) return [];
  return matchers.map((matcher, index) => ({ kind: 'matcher', what: `${text.slice(matcher.from, matcher.to)} is dropped`, edits: [withoutEntry(matchers, index)] }));
}

function stage(node: SyntaxNode, text: string): Proposal {
  return { kind: 'filter', what: `${text.slice(node.from, node.to)} is dropped`, edits: [{ from: node.from, to: node.to, text: '' }] };
}

/** `sum by ()` does not parse, so the last label takes the whole grouping with it. */
function labelProposals(node: SyntaxNode, text: string): readonly Proposal[] {
  const names: SyntaxNode[] = [];
  node.cursor().iterate((ref) => {
    if (ref.name === 'Identifier') names.push(ref.node);
  });
  return names.map((name, index) => ({
    kind: 'label', what: `by (${text.slice(name.from, name.to)}) is dropped`, edits: [names.length === 1 ? { from: node.from, to: node.to, text: '' } : withoutEntry(names, index)],
  }));
}
