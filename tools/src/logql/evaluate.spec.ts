import { describe, expect, it } from '@jest/globals';
import { evaluator } from './evaluate.ts';
import { readLogql } from './read.ts';

/** Lines of three streams: two a minute of `a` with level error, one a minute of `a` with level info, one a minute of `b`. */
const entries = [
  ...every(30, { app: 'a', level: 'error' }), ...every(60, { app: 'a', level: 'info' }), ...every(60, { app: 'b', level: 'error' }),
].toSorted((x, y) => x.atMs - y.atMs);

function every(seconds: number, stream: Readonly<Record<string, string>>) {
  return Array.from({ length: 1_200 / seconds }, (_, index) => ({ atMs: (index * seconds + 5) * 1_000, stream, text: '{"event":"x"}' }));
}

const at = (text: string, minutes: number) =>
  Object.fromEntries(evaluator(readLogql(text), entries)(minutes * 60_000).map(({ labels, value }) => [Object.values(labels).join('/'), value]));

describe('evaluator', () => {
  it.each([
    { text: 'count_over_time({app=~".+"}[5m])', minutes: 10, result: { 'a/error': 10, 'a/info': 5, 'b/error': 5 } },
    { text: 'count_over_time({app="b"}[5m])', minutes: 2, result: { 'b/error': 2 } },
    { text: 'count_over_time({app="b"}[5m])', minutes: 30, result: {} },
    { text: 'count_over_time({app="b"}[5m] offset 7m)', minutes: 27, result: { 'b/error': 5 } },
    { text: 'rate({app="b"}[5m])', minutes: 10, result: { 'b/error': 5 / 300 } },
    { text: 'sum by (app) (count_over_time({level=~".+"}[5m]))', minutes: 10, result: { a: 15, b: 5 } },
    { text: 'sum(count_over_time({level=~".+"}[5m]))', minutes: 10, result: { '': 20 } },
    { text: 'sum by (pod) (count_over_time({level=~".+"}[5m]))', minutes: 10, result: { '': 20 } },
    { text: 'count(count_over_time({level=~".+"}[5m]))', minutes: 10, result: { '': 3 } },
    { text: 'count by (app) (count_over_time({level=~".+"}[5m]) > 5)', minutes: 10, result: { a: 1 } },
    { text: 'count(count_over_time({level=~".+"}[5m]) > 50)', minutes: 10, result: {} },
    { text: 'absent_over_time({app="c", level=~"e.*"}[5m])', minutes: 10, result: { c: 1 } },
    { text: 'absent_over_time({app="a"}[5m])', minutes: 10, result: {} },
    { text: 'absent_over_time({app="a"}[5m])', minutes: 30, result: { a: 1 } },
    { text: 'vector(1)', minutes: 0, result: { '': 1 } },
    { text: '2 * vector(3) >= 6', minutes: 0, result: { '': 6 } },
    { text: '5 < vector(6)', minutes: 0, result: { '': 6 } },
    { text: 'sum by (app) (count_over_time({level="error"}[5m])) > 2 * sum by (app) (count_over_time({level="info"}[5m]))', minutes: 10, result: {} },
    { text: 'sum by (app) (count_over_time({level="error"}[5m])) == 2 * sum by (app) (count_over_time({level="info"}[5m]))', minutes: 10, result: { a: 10 } },
    { text: 'sum by (app) (count_over_time({level="info"}[5m])) or sum by (app) (count_over_time({level="error"}[5m]))', minutes: 10, result: { a: 5, b: 5 } },
    { text: 'sum by (app) (count_over_time({level="error"}[5m])) unless sum by (app) (count_over_time({level="info"}[5m]))', minutes: 10, result: { b: 5 } },
    { text: 'vector(1) > 2 or vector(3) unless vector(4) > 5', minutes: 0, result: { '': 3 } },
  ])('$text after $minutes minutes', ({ text, minutes, result }) => {
    expect(at(text, minutes)).toEqual(result);
  });

  it('refuses a line on the edge of a window: the store decides whether it counts', () => {
    const edge = [{ atMs: 300_000, stream: { app: 'a' }, text: '' }];
    for (const minutes of [5, 10]) expect(() => evaluator(readLogql('count_over_time({app="a"}[5m])'), edge)(minutes * 60_000)).toThrow(/edge of a window/);
  });

  it('fails, as Loki does, where a counted line still carries an error', () => {
    const broken = [{ atMs: 1_000, stream: { app: 'a' }, text: 'plain' }];
    expect(() => evaluator(readLogql('sum(count_over_time({app="a"} | json [5m]))'), broken)(60_000)).toThrow(/pipeline error JSONParserErr/);
    expect(evaluator(readLogql('sum(count_over_time({app="a"} | json | __error__="" [5m]))'), broken)(60_000)).toEqual([]);
  });

  it('refuses to join what is no vector', () => {
    expect(() => evaluator(readLogql('vector(1) or 2'), [])(0)).toThrow(/joins vectors/);
  });

  it('refuses a rule that yields a number', () => {
    expect(() => evaluator(readLogql('2 * 3'), [])(0)).toThrow(/yields a number/);
  });
});
