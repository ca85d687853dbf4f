import { durationMs } from '@bud-o11y/model';
import { type Source, children, expectNodes, only, textOf, unknown, unquote } from './nodes.ts';
import type { Comparison, LabelFilter, LabelMatcher, MatchOperator } from './syntax.ts';

const matchOperators: ReadonlySet<string> = new Set(['=', '!=', '=~', '!~']);
const comparisons: ReadonlySet<string> = new Set(['>', '>=', '<', '<=', '==', '!=']);

/** Reads `label="text"`. */
export function readMatcher(source: Source): LabelMatcher {
  const [label, operator, value, more] = children(source);
  if (label === undefined || operator === undefined || value?.node.name !== 'String' || more !== undefined) throw unknown(source);
  const written = textOf(operator);
  if (!matchOperators.has(written)) throw unknown(operator);
  return { label: textOf(label), operator: written as MatchOperator, value: unquote(value) };
}

/** How numbers compare in a label filter (`=` is `==` there) and between vectors. */
export function readComparison(source: Source): Comparison {
  const written = textOf(source) === '=' ? '==' : textOf(source);
  if (!comparisons.has(written)) throw unknown(source);
  return written as Comparison;
}

/**
 * Reads a label filter. `or` mixed with `and` outside brackets is refused: the tree does not carry Loki's precedence.
 * @throws RangeError for what it does not know.
 */
export function readLabelFilter(source: Source): LabelFilter {
  const [first, operator, second] = children(source);
  if (first === undefined) throw unknown(source);
  if (operator !== undefined && second !== undefined) return { kind: connective(operator), of: [operand(first, operator), operand(second, operator)] };
  if (operator !== undefined) throw unknown(source);
  if (first.node.name === 'LabelFilter') return readLabelFilter(first);
  if (first.node.name === 'Matcher') return { kind: 'text', matcher: readMatcher(first) };
  if (first.node.name === 'NumberFilter') return numberFilter(first);
  if (first.node.name === 'UnitFilter') return durationFilter(only(first));
  throw unknown(first);
}

function connective(operator: Source): 'and' | 'or' {
  if (operator.node.name === 'And') return 'and';
  if (operator.node.name === 'Or') return 'or';
  throw unknown(operator);
}

function operand(source: Source, outer: Source): LabelFilter {
  // What stands in brackets is one child of its node.
  const inner = children(source)[1];
  if (inner?.node.parent?.name === 'LabelFilter' && inner.node.name !== outer.node.name) throw unknown(inner);
  return readLabelFilter(source);
}

function numberFilter(source: Source): LabelFilter {
  const [label, operator, literal] = children(source);
  if (label === undefined || operator === undefined || literal?.node.name !== 'LiteralExpr') throw unknown(source);
  return { kind: 'number', filter: { label: textOf(label), comparison: readComparison(operator), limit: Number(textOf(literal)) } };
}

function durationFilter(source: Source): LabelFilter {
  if (source.node.name !== 'DurationFilter') throw unknown(source);
  const [label, operator, literal] = children(source);
  const ms = literal === undefined ? undefined : durationMs(textOf(literal));
  if (label === undefined || operator === undefined || ms === undefined) throw unknown(source);
  return { kind: 'duration', filter: { label: textOf(label), comparison: readComparison(operator), limit: ms / 1_000 } };
}

/** Reads the matchers of a stream selector. */
export function readSelector(source: Source): readonly LabelMatcher[] {
  const [matchers] = expectNodes(source, 'Matchers');
  return matchers === undefined ? [] : flatten(matchers);
}

function flatten(source: Source): readonly LabelMatcher[] {
  return children(source).flatMap((child) => (child.node.name === 'Matchers' ? flatten(child) : [readMatcher(child)]));
}
