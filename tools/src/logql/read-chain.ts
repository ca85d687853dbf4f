import { type Source, children, textOf, unknown } from './nodes.ts';
import { readComparison } from './read-filter.ts';
import type { Expression, SetOperator } from './syntax.ts';

/** Operands with the operators between them: `a > 3 * b` is three operands and two operators. */
export interface Chain {
  readonly operands: readonly Source[];
  readonly operators: readonly Source[];
}

/** The operands of a chain of operators outside brackets. The tree nests them without regard to Loki's precedence. */
export function readChain(source: Source): Chain {
  const inner = children(source)[0];
  if (inner !== undefined && (source.node.name === 'Expr' || (source.node.name === 'MetricExpr' && inner.node.name === 'BinOpExpr'))) return readChain(inner);
  if (source.node.name !== 'BinOpExpr') return { operands: [source], operators: [] };
  const [left, operator, modifier, right, more] = children(source);
  if (left === undefined || operator === undefined || modifier === undefined || right === undefined || more !== undefined) throw unknown(source);
  if (textOf(modifier) !== '') throw unknown(modifier);
  const [before, after] = [readChain(left), readChain(right)];
  return { operands: [...before.operands, ...after.operands], operators: [...before.operators, operator, ...after.operators] };
}

/**
 * Joins a chain as Loki does: products first, then comparisons from left to right, then `unless`, then `or`.
 * @throws RangeError for any other operator.
 */
export function binding(chain: Chain, read: (source: Source) => Expression): Expression {
  for (const operator of setOperators) {
    const at = chain.operators.findLastIndex((source) => textOf(source) === operator);
    if (at < 0) continue;
    const part = (from: number, to?: number): Chain => ({ operands: chain.operands.slice(from, to), operators: chain.operators.slice(from, to === undefined ? undefined : to - 1) });
    return { kind: 'binary', operator, left: binding(part(0, at + 1), read), right: binding(part(at + 1), read) };
  }
  return comparisonOf(chain, read);
}

/** The loosest first. */
const setOperators: readonly SetOperator[] = ['or', 'unless'];

function comparisonOf({ operands, operators }: Chain, read: (source: Source) => Expression): Expression {
  const [first, ...rest] = operands;
  if (first === undefined) throw new RangeError('a chain has an operand');
  const comparisons: { readonly operator: Source; right: Expression }[] = [];
  let leftmost = read(first);
  for (const [index, operand] of rest.entries()) {
    const operator = operators[index] ?? operand;
    const last = comparisons.at(-1);
    if (textOf(operator) !== '*') comparisons.push({ operator, right: read(operand) });
    else if (last === undefined) leftmost = product(leftmost, read(operand));
    else last.right = product(last.right, read(operand));
  }
  return comparisons.reduce<Expression>((left, { operator, right }) => ({ kind: 'binary', operator: readComparison(operator), left, right }), leftmost);
}

function product(left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator: '*', left, right };
}
