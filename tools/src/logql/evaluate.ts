import type { LogEntry } from '@bud-o11y/alerts';
import { type LabelSet, compare, labelKey } from './match.ts';
import type { Comparison, Expression, SetOperator } from './syntax.ts';
import { type Sample, windowOver } from './window.ts';

type Value = number | readonly Sample[];

/**
 * A metric query over some lines, as a function of the moment in milliseconds.
 * @throws RangeError, when called, for what a rule cannot yield (a plain number) and for what Loki refuses.
 */
export function evaluator(expression: Expression, entries: readonly LogEntry[]): (atMs: number) => readonly Sample[] {
  const value = valueOf(expression, entries);
  return (atMs) => {
    const result = value(atMs);
    if (typeof result === 'number') throw new RangeError('a rule must yield a vector, and this one yields a number');
    return result;
  };
}

function valueOf(expression: Expression, entries: readonly LogEntry[]): (atMs: number) => Value {
  switch (expression.kind) {
    case 'number':
      return () => expression.value;
    case 'vector':
      return () => [{ labels: {}, value: expression.value }];
    case 'range':
      return windowOver(expression, entries);
    case 'aggregation': {
      const inner = evaluator(expression.of, entries);
      return (atMs) => aggregate(inner(atMs), expression);
    }
    case 'binary': {
      const [left, right] = [valueOf(expression.left, entries), valueOf(expression.right, entries)];
      const { operator } = expression;
      return (atMs) => (operator === 'or' || operator === 'unless' ? join(left(atMs), operator, right(atMs)) : combine(left(atMs), operator, right(atMs)));
    }
  }
}

function aggregate(samples: readonly Sample[], { operation, by }: Extract<Expression, { kind: 'aggregation' }>): readonly Sample[] {
  const kept = samples.map(({ labels, value }) => ({ labels: pick(labels, by), value }));
  return [...Map.groupBy(kept, ({ labels }) => labelKey(labels)).values()].map((group) => ({
    labels: group[0]?.labels ?? {},
    value: operation === 'count' ? group.length : group.reduce((sum, { value }) => sum + value, 0),
  }));
}

function pick(labels: LabelSet, names: readonly string[]): LabelSet {
  return Object.fromEntries(names.flatMap((name) => ((labels[name] ?? '') === '' ? [] : [[name, labels[name] ?? '']])));
}

/** Samples of two vectors are the same one when all labels are equal, whatever their values. */
function join(left: Value, operator: SetOperator, right: Value): readonly Sample[] {
  if (typeof left === 'number' || typeof right === 'number') throw new RangeError(`${operator} joins vectors, and a number is none`);
  const [leftKeys, rightKeys] = [left, right].map((samples) => new Set(samples.map(({ labels }) => labelKey(labels))));
  return operator === 'or' ? [...left, ...right.filter(({ labels }) => leftKeys?.has(labelKey(labels)) === false)] : left.filter(({ labels }) => rightKeys?.has(labelKey(labels)) === false);
}

/** A comparison keeps the left side's samples for which it holds; samples of two vectors belong together when all labels are equal. */
function combine(left: Value, operator: Comparison | '*', right: Value): Value {
  const holds = (a: number, b: number): number | undefined => (operator === '*' ? a * b : compare(a, operator, b) ? a : undefined);
  if (typeof left === 'number' && typeof right === 'number') {
    if (operator !== '*') throw new RangeError('a comparison of two numbers is not modelled');
    return left * right;
  }
  if (typeof right === 'number') return withValues(left as readonly Sample[], ({ value }) => holds(value, right));
  // A number on the left: a comparison then keeps the right side's value.
  if (typeof left === 'number') return withValues(right, ({ value }) => (holds(left, value) === undefined ? undefined : operator === '*' ? left * value : value));
  const partners = new Map(right.map((sample) => [labelKey(sample.labels), sample.value]));
  return withValues(left, ({ labels, value }) => {
    const partner = partners.get(labelKey(labels));
    return partner === undefined ? undefined : holds(value, partner);
  });
}

function withValues(samples: readonly Sample[], value: (sample: Sample) => number | undefined): readonly Sample[] {
  return samples.flatMap((sample) => {
    const result = value(sample);
    return result === undefined ? [] : [{ labels: sample.labels, value: result }];
  });
}
