import { describe, expect, it } from '@jest/globals';
import { readLogql } from './read.ts';

const lines = { kind: 'range', operation: 'count_over_time', selector: [{ label: 'app', operator: '=', value: 'budapp' }], stages: [], rangeMs: 300_000, offsetMs: 0 };

describe('readLogql', () => {
  it.each([
    { text: 'vector(1)', read: { kind: 'vector', value: 1 } },
    { text: 'count_over_time({app="budapp"}[5m])', read: lines },
    { text: '(count_over_time({app="budapp"}[5m]))', read: lines },
    { text: 'count_over_time({app="budapp"}[5m] offset 10m)', read: { ...lines, offsetMs: 600_000 } },
    { text: 'absent_over_time({app="budapp", level=~"error|critical"}[5m])', read: { ...lines, operation: 'absent_over_time', selector: [...lines.selector, { label: 'level', operator: '=~', value: 'error|critical' }] } },
    { text: 'sum by (app, pod) (count_over_time({app="budapp"}[5m]))', read: { kind: 'aggregation', operation: 'sum', by: ['app', 'pod'], of: lines } },
    { text: 'count(count_over_time({app="budapp"}[5m]))', read: { kind: 'aggregation', operation: 'count', by: [], of: lines } },
  ])('reads $text', ({ text, read }) => {
    expect(readLogql(text)).toEqual(read);
  });

  it.each([
    { text: '|= "a" != `b` |~ "c" !~ "d"', stages: [['|=', 'a'], ['!=', 'b'], ['|~', 'c'], ['!~', 'd']].map(([operator, value]) => ({ kind: 'line', operator, value })) },
    { text: '| json', stages: [{ kind: 'json', fields: undefined }] },
    { text: '| json event="event", user="actor.id", level', stages: [{ kind: 'json', fields: [{ label: 'event', path: ['event'] }, { label: 'user', path: ['actor', 'id'] }, { label: 'level', path: ['level'] }] }] },
    { text: '| a="x" | b > 5 | c <= 2m', stages: [
      { kind: 'filter', filter: { kind: 'text', matcher: { label: 'a', operator: '=', value: 'x' } } },
      { kind: 'filter', filter: { kind: 'number', filter: { label: 'b', comparison: '>', limit: 5 } } },
      { kind: 'filter', filter: { kind: 'duration', filter: { label: 'c', comparison: '<=', limit: 120 } } },
    ] },
  ])('reads the stages $text', ({ text, stages }) => {
    expect(readLogql(`count_over_time({app="budapp"} ${text} [5m])`)).toEqual({ ...lines, stages });
  });

  it('binds a product closer than a comparison, whatever the tree says', () => {
    expect(readLogql('vector(7) > 3 * vector(2)')).toEqual({
      kind: 'binary', operator: '>', left: { kind: 'vector', value: 7 }, right: { kind: 'binary', operator: '*', left: { kind: 'number', value: 3 }, right: { kind: 'vector', value: 2 } },
    });
    expect(readLogql('(vector(7) > 3) * 2')).toMatchObject({ operator: '*', left: { operator: '>' } });
    expect(readLogql('2 * vector(7) > 3 > 1')).toMatchObject({ operator: '>', left: { operator: '>', left: { operator: '*' } } });
    expect(readLogql('vector(1) unless vector(2) > 3 or vector(4)')).toMatchObject({ operator: 'or', left: { operator: 'unless', right: { operator: '>' } } });
    expect(readLogql('vector(1) unless (vector(2) or vector(4))')).toMatchObject({ operator: 'unless', right: { operator: 'or' } });
  });

  it.each([
    { text: 'topk(3, count_over_time({app="a"}[5m]))', names: /character 1: VectorOp `topk`/ },
    { text: 'sum without (app) (count_over_time({app="a"}[5m]))', names: /Grouping `without \(app\)`/ },
    { text: 'sum(bytes_over_time({app="a"}[5m]))', names: /character 5: RangeOp `bytes_over_time`/ },
    { text: 'vector(1) and vector(2)', names: /character 11: And `and`/ },
    { text: 'vector(1) + 1', names: /character 11: Add `\+`/ },
    { text: 'vector(1) > bool 1', names: /BinOpModifier `bool`/ },
    { text: 'vector(1) > on(app) vector(1)', names: /BinOpModifier `on\(app\)`/ },
    { text: 'count_over_time({app="a"} | logfmt [5m])', names: /character 29: .*`logfmt`/ },
    { text: 'count_over_time({app="a"} | line_format "x" [5m])', names: /LineFormatExpr/ },
    { text: 'count_over_time({app="a"} |= "x" or "y" [5m])', names: /Or `or`/ },
    { text: 'count_over_time({app="a"} | json x="a[0]" [5m])', names: /LabelExtractionExpression/ },
    { text: 'count_over_time({app="a"} | a="1" or b="2" and c="3" [5m])', names: /And `and`/ },
    { text: 'count_over_time({app="a"} | a > 5KB [5m])', names: /BytesFilter/ },
    { text: 'sum_over_time({app="a"} | unwrap b [5m])', names: /RangeOp `sum_over_time`/ },
    { text: 'count_over_time({app="a"}[5m)', names: /⚠|Range/ },
    { text: '{app="a"}', names: /LogExpr/ },
  ])('refuses $text, with construct and position', ({ text, names }) => {
    expect(() => readLogql(text)).toThrow(names);
  });
});
