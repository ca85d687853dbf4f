import { describe, expect, it } from '@jest/globals';
import { passing } from './pipeline.ts';
import { readLogql } from './read.ts';

const stream = { app: 'budapp', level: 'error' };

/** The labels of the lines that come through, for one pipeline. */
function through(pipeline: string, ...texts: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const range = readLogql(`count_over_time({app="budapp"} ${pipeline} [5m])`);
  if (range.kind !== 'range') throw new Error('no range');
  return passing(range, texts.map((text) => ({ atMs: 1, stream, text }))).map(({ labels }) => labels);
}

describe('the selector', () => {
  it.each([
    { selector: '{app="budapp"}', count: 2 },
    { selector: '{app=~"bud"}', count: 0 },
    { selector: '{app=~"bud.*"}', count: 2 },
    { selector: '{app="budapp", level!="error"}', count: 1 },
    { selector: '{app="budapp", pod=""}', count: 2 },
    { selector: '{app="budapp", pod!~"x.*"}', count: 2 },
  ])('$selector takes $count of two streams', ({ selector, count }) => {
    const range = readLogql(`count_over_time(${selector}[5m])`);
    if (range.kind !== 'range') throw new Error('no range');
    expect(passing(range, [{ atMs: 1, stream, text: '' }, { atMs: 1, stream: { app: 'budapp', level: 'info' }, text: '' }])).toHaveLength(count);
  });
});

describe('line filters', () => {
  it.each([
    { filter: '|= "err"', kept: ['an err', 'errors'] },
    { filter: '|= "ERR"', kept: [] },
    { filter: '!= "errors"', kept: ['an err', 'fine'] },
    { filter: '|~ "^err|fine$"', kept: ['errors', 'fine'] },
    { filter: '!~ "^err"', kept: ['an err', 'fine'] },
    { filter: '|= "err" != "an"', kept: ['errors'] },
  ])('$filter', ({ filter, kept }) => {
    expect(through(filter, 'an err', 'errors', 'fine')).toHaveLength(kept.length);
  });
});

describe('json', () => {
  it.each([
    { name: 'makes every field a label, nested names joined, lists left out', pipeline: '| json', text: '{"event":"x","took":{"db-ms":5},"tags":["a"],"none":null}', labels: { ...stream, event: 'x', took_db_ms: '5' } },
    { name: 'renames a field that the stream has already', pipeline: '| json', text: '{"level":"debug"}', labels: { ...stream, level_extracted: 'debug' } },
    { name: 'renames it with a list as well', pipeline: '| json level="level"', text: '{"level":"debug"}', labels: { ...stream, level_extracted: 'debug' } },
    { name: 'takes only the listed fields', pipeline: '| json user="actor.id"', text: '{"actor":{"id":7},"event":"x"}', labels: { ...stream, user: '7' } },
    { name: 'leaves a listed field that is missing empty', pipeline: '| json user="actor.id"', text: '{"actor":3}', labels: { ...stream, user: '' } },
    { name: 'keeps a line that is no JSON, with the error', pipeline: '| json', text: 'plain', labels: { ...stream, __error__: 'JSONParserErr' } },
  ])('$name', ({ pipeline, text, labels }) => {
    expect(through(pipeline, text)).toEqual([labels]);
  });

  it.each(['{"event":"x"', '["x"]', '"x"'])('refuses to guess what Loki reads from %s', (text) => {
    expect(() => through('| json', text)).toThrow(/not modelled/);
  });
});

describe('label filters', () => {
  it.each([
    { filter: 'level="error"', text: '{"level":"debug"}', kept: true },
    { filter: 'level_extracted="debug"', text: '{"level":"debug"}', kept: true },
    { filter: 'event=""', text: '{}', kept: true },
    { filter: 'event!="x"', text: '{}', kept: true },
    { filter: 'event="x"', text: '{}', kept: false },
    { filter: 'event=~"x|y"', text: '{"event":"xy"}', kept: false },
    { filter: 'duration_ms > 5', text: '{"duration_ms":5.5}', kept: true },
    { filter: 'duration_ms > 5', text: '{"duration_ms":5}', kept: false },
    { filter: 'duration_ms != 5', text: '{}', kept: false },
    { filter: 'duration_ms = 5', text: '{"duration_ms":5}', kept: true },
    { filter: 'took >= 1m', text: '{"took":"60s"}', kept: true },
    { filter: 'took < 1m', text: '{"took":"60s"}', kept: false },
    { filter: 'event="x" or duration_ms > 5', text: '{"duration_ms":6}', kept: true },
    { filter: 'event="x" and duration_ms > 5', text: '{"duration_ms":6}', kept: false },
    { filter: '(event="x" or event="y") and duration_ms > 5', text: '{"event":"y","duration_ms":6}', kept: true },
  ])('$filter of $text: $kept', ({ filter, text, kept }) => {
    expect(through(`| json | ${filter}`, text)).toHaveLength(kept ? 1 : 0);
  });

  it('turns a value that is no number into an error, and keeps the line', () => {
    expect(through('| json | duration_ms > 5', '{"duration_ms":"long"}')).toEqual([expect.objectContaining({ __error__: 'LabelFilterErr' })]);
  });

  it('lets numbers pass a line that has an error already; only a text filter drops it', () => {
    expect(through('| json | duration_ms > 5', 'plain')).toHaveLength(1);
    expect(through('| json | __error__=""', 'plain')).toHaveLength(0);
    expect(through('| json | event="x"', 'plain')).toHaveLength(0);
  });
});
