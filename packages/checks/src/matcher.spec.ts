import { describe, expect, it } from '@jest/globals';
import { readMatchers } from './matcher.ts';

describe('readMatchers', () => {
  it.each<[string, string, boolean]>([
    ['a="b"', 'b', true], ['a="b"', 'bb', false], ['a = b', 'b', true], ['a!="b"', 'c', true], ['a=~"b|c"', 'c', true], ['a=~"b"', 'xb', false],
    ['a!~"b.*"', 'bc', false], ['a!~"b.*"', '', true], ['a=~"(?i)B"', 'b', true], ['a=~"5[.]0"', '5.0', true], ['a=~"x{2}"', 'xx', true],
    ['a="with \\"quotes\\""', 'with "quotes"', true], ['a=~"1\\\\.2"', '1.2', true], ['"a"="b"', 'b', true],
  ])('%s, asked %j: %p', (line, value, expected) => {
    const { matchers, fault } = readMatchers(line);
    expect(fault).toBeUndefined();
    expect(matchers.map(({ label, fits }) => [label, fits(value)])).toEqual([['a', expected]]);
  });

  it('reads several in one line, with and without braces', () => {
    for (const line of ['a="1", b=~"2|3"', '{a="1",b=~"2|3"}', '{ a="1", b=~"2|3", }']) {
      expect(readMatchers(line).matchers.map(({ label, op, value }) => `${label}${op}${value}`)).toEqual(['a=1', 'b=~2|3']);
    }
  });

  it.each(['a', 'a==', 'a="b" c="d"', '="b"', 'a=~"("'])('does not read %j', (line) => {
    expect(readMatchers(line).fault).toEqual(expect.any(String));
  });
});
