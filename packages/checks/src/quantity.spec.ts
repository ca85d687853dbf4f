import { type Expression, promqlExpression } from '@bud-o11y/model';
import { describe, expect, it } from '@jest/globals';
import { conditionsOf, quantityOf, shownBy } from './quantity.ts';

const read = (text: string) => promqlExpression(text) as Expression;

describe('quantityOf', () => {
  it.each([
    ['max(up)', 'topk(5, up > 0.5)'],
    ['up{job="a", pod="b"}', 'up{pod="b", node=~"$node", job="a"}'],
    ['sum by (a, b) (up)', 'sort_desc(sum by (b, a) (up)) and on (a) pg_up'],
    ['rate(up[5m])', 'max(rate(up[$__rate_interval]) / 500)'],
    ['rate(up[5m]) / on (x) pg_up', '(rate(up[5m]) > 0) / pg_up'],
  ])('is the same for %s and %s', (one, other) => {
    expect(quantityOf(read(one))).toBe(quantityOf(read(other)));
  });

  it.each([
    ['up', 'up{job="a"}'],
    ['sum(up)', 'sum by (a) (up)'],
    ['rate(up[5m])', 'rate(up[1m])'],
    ['quantile(0.1, up)', 'quantile(0.9, up)'],
    ['max_over_time(up[1d])', 'up'],
    ['up > bool 1', 'up'],
  ])('differs between %s and %s', (one, other) => {
    expect(quantityOf(read(one))).not.toBe(quantityOf(read(other)));
  });
});

describe('shownBy', () => {
  it('counts the whole series where some of it is shown, but no part of a sum as the sum', () => {
    expect(shownBy(read('max(up{job="a"})')).quantities).toEqual(['up{job="a"}', 'up{}']);
    expect(shownBy(read('sum(up{job="a"})')).quantities).toHaveLength(1);
    expect(shownBy(read('up{job=~"$job"}')).quantities).toEqual(['up{}']);
  });

  it.each([['up', 1], ['max(up) / 4', 0.25], ['2 * (up * 3)', 6], ['up / pg_up', 1]])('shows %s times %d', (text, factor) => {
    expect(shownBy(read(text)).factor).toBe(factor);
  });
});

describe('conditionsOf', () => {
  it.each([
    ['up < 1', [['up{}', '<', 1]]],
    ['5 < up', [['up{}', '>', 5]]],
    ['up / 4 > 5', [['up{}', '>', 20]]],
    ['up / 0 > 5', []],
    ['(up > 1 and on (a) pg_up > 2) or pg_up == 0', [['up{}', '>', 1], ['pg_up{}', '==', 0]]],
    ['up > pg_up', []],
    ['absent(up)', []],
    ['up > bool 1', []],
  ])('reads %s', (text, expected) => {
    expect(conditionsOf(read(text)).map(({ quantity, operator, bound }) => [quantity, operator, bound])).toEqual(expected);
  });
});
