import { describe, expect, it } from '@jest/globals';
import { interpolate, literal } from './interpolate.ts';

const time = { from: 1_000, to: 11_800, interval: 15, rateInterval: 60 };
const chosen = new Map([['endpoint', 'chat'], ['service', 'bud.+']]);

describe('interpolate', () => {
  it.each([
    ['rate(a{endpoint=~"$endpoint"}[$__rate_interval])', 'rate(a{endpoint=~"chat"}[60s])'],
    ['a{service=~"${service:regex}"} * $__range_s', 'a{service=~"bud.+"} * 10800'],
    ['avg_over_time(a[$__range]) + ${__interval_ms}', 'avg_over_time(a[10800s]) + 15000'],
    ['$endpoints + $unknown', '$endpoints + $unknown'],
  ])('%s', (text, expected) => {
    expect(interpolate(text, chosen, time)).toBe(expected);
  });
});

describe('literal', () => {
  it.each([['chat', 'chat'], ['llama-3.1', 'llama-3\\\\.1'], ['a+b', 'a\\\\+b'], ['a\\b', 'a\\\\\\\\b']])('%s stands for itself inside a string', (value, expected) => {
    expect(literal(value)).toBe(expected);
  });
});
