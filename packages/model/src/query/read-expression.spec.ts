import { describe, expect, it } from '@jest/globals';
import { type Expression, partsOf, walk } from './expression.ts';
import { promqlExpression } from './read-expression.ts';

/** Writes a tree so that its shape is seen: every operator and call in parentheses. */
function shape(expression: Expression): string {
  const inner = partsOf(expression).map(shape);
  switch (expression.kind) {
    case 'number':
    case 'string':
      return String(expression.value);
    case 'selector':
      return `${expression.metric}{${expression.matchers.map(({ label, op, value }) => label + op + value).join()}}${expression.range === undefined ? '' : `[${expression.range}]`}`;
    case 'subquery':
      return `${inner.join()}[${expression.range}:]`;
    case 'aggregation':
      return `${expression.name} ${expression.clause} ${expression.labels.join()} (${inner.join()})`;
    case 'call':
      return `${expression.name}(${inner.join()})`;
    default: {
      const { matching } = expression;
      const clause = matching === undefined ? '' : ` ${matching.clause} ${matching.labels.join()} ${matching.many ?? 'one'} ${matching.include.join()}`;
      return `(${inner[0]} ${expression.operator}${expression.isBool ? ' bool' : ''}${clause} ${inner[1]})`;
    }
  }
}

const shapeOf = (text: string) => {
  const expression = promqlExpression(text);
  return expression && shape(expression);
};

describe('promqlExpression', () => {
  it.each([
    ['up', 'up{}'],
    ['{job="a", pod!~\'b\'}', '{job=a,pod!~b}'],
    [String.raw`up{job=~"a\d\"b"}`, String.raw`up{job=~a\d\"b}`],
    ['rate(up{job="a"}[5m] offset 1h)', 'rate(up{job=a}[5m])'],
    ['rate(up[$__rate_interval]) * $__range_s', '(rate(up{}[$__rate_interval]) * NaN)'],
    ['max_over_time(sum(up)[$__range:1m])', 'max_over_time(sum by  (up{})[$__range:])'],
    ['increase(up[${interval}])', 'increase(up{}[${interval}])'],
    ['up{job=~"$job"} @ end()', 'up{job=~$job}'],
    ['sum by (a, b) (up) or sum(up) without (c)', '(sum by a,b (up{}) or sum without c (up{}))'],
    ['topk(5, up)', 'topk by  (5,up{})'],
    ['count_values("v", up)', 'count_values by  (v,up{})'],
    ['1 + 2 * 3 ^ 4', '(1 + (2 * (3 ^ 4)))'],
    ['-up', '-(up{})'],
    ['up > bool 1', '(up{} > bool 1)'],
    ['a / on (x) group_left (y, z) (b)', '(a{} / on x left y,z b{})'],
    ['a * ignoring (x) group_right b', '(a{} * ignoring x right  b{})'],
    ['a unless ignoring () b', '(a{} unless ignoring  one  b{})'],
    ['time() - 1e3', '(time() - 1000)'],
    ['up < +Inf', '(up{} < Infinity)'],
  ])('reads %s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });

  it.each(['sum(', 'up{job=}', ''])('gives nothing for %j', (text) => {
    expect(promqlExpression(text)).toBeUndefined();
  });

  it('keeps the text of each part, and what it stands in', () => {
    const expression = promqlExpression('sum by (a) ((rate(up[$__rate_interval])))') as Expression;
    expect([...walk(expression)].map(({ part, above }) => [part.text, above.map(({ kind }) => kind)])).toEqual([
      ['sum by (a) ((rate(up[$__rate_interval])))', []],
      ['rate(up[$__rate_interval])', ['aggregation']],
      ['up[$__rate_interval]', ['call', 'aggregation']],
    ]);
  });
});
