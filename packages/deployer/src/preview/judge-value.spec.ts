import { describe, expect, it } from '@jest/globals';
import { chartPanel } from '../fixtures/preview.ts';
import { fieldOf } from './fields.ts';
import { judge } from './judge-value.ts';

const mappings = [
  { type: 'value', options: { 1: { text: 'UP', color: 'green' } } },
  { type: 'range', options: { from: 0.1, to: 0.9, result: { text: 'PARTLY', color: 'orange' } } },
  { type: 'special', options: { match: 'null+nan', result: { text: 'NO DATA', color: '#8e8e8e' } } },
];
const steps = [{ value: null, color: 'green' }, { value: 5, color: 'orange' }, { value: 9, color: 'red' }];
const field = (more: object) => fieldOf(chartPanel({ fieldConfig: { defaults: { unit: 'short', ...more } } }), { name: 'x' });

describe('judge', () => {
  it.each([
    ['a mapped value', 1, { mappings }, { text: 'UP', colour: 'green' }],
    ['a mapped span', 0.5, { mappings }, { text: 'PARTLY', colour: 'orange' }],
    ['what no mapping knows', 7, { mappings, thresholds: { steps } }, { text: '7', colour: 'orange' }],
    ['nothing, by its mapping', null, { mappings }, { text: 'NO DATA', colour: '#8e8e8e' }],
    ['nothing, without one', undefined, {}, { text: 'no data', colour: '#8e8e8e' }],
    ['no number', Number.NaN, {}, { text: 'no data', colour: '#8e8e8e' }],
    ['what lies below the first bound', 4.99, { thresholds: { steps } }, { text: '4.99', colour: 'green' }],
    ['what reaches a bound', 9, { thresholds: { steps } }, { text: '9', colour: 'red' }],
    ['a value without thresholds', 9, {}, { text: '9', colour: 'text' }],
  ])('says of %s', (_, value, more, judged) => {
    expect(judge(value, field(more))).toEqual(judged);
  });
});
