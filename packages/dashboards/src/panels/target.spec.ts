import { describe, expect, it } from '@jest/globals';
import { logql, macros, stream } from '@bud-o11y/model';
import { type Shape, targetJson } from './target.ts';

const lines = stream({ app: 'budapp' });
const perBar = logql`sum(count_over_time(${lines}[${macros.interval}]))`;
const perSecond = logql`sum(rate(${lines}[${macros.auto}]))`;
const stepOf = (query: typeof perBar, shape: Shape) => targetJson({ query, legend: 'lines' }, query, 'A', shape)['step'];

describe('the step of a Loki query', () => {
  it.each([
    ['bars of an interval', perBar, 'range', '$interval'],
    ['a rate', perSecond, 'range', undefined],
    ['one value', perBar, 'instant', undefined],
  ] as const)('%s', (_, query, shape, step) => {
    expect(stepOf(query, shape)).toBe(step);
  });
});
