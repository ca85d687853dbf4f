import { describe, expect, it } from '@jest/globals';
import { canonicalJson, durationMs, nearest, sha256, toAppError, yamlText } from './index.ts';

describe('canonicalJson', () => {
  it('gives equal values equal bytes, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: undefined })).toBe(canonicalJson({ b: [{ c: null, d: 1 }] }));
  });

  it('is idempotent', () => {
    const once = canonicalJson({ z: 1, a: { y: [3, 2], b: 'ü' } });
    expect(canonicalJson(JSON.parse(once))).toBe(once);
  });
});

describe('yamlText', () => {
  it('keeps null, quotes what YAML 1.1 would misread and does not fold long lines', () => {
    expect(yamlText({ gone: null, yes: 'no', n: '012' })).toMatch(/^gone: null\n['"]yes['"]: ['"]no['"]\n['"]?n['"]?: ['"]012['"]\n$/);
    expect(yamlText({ long: 'x '.repeat(200).trim() }).split('\n')).toHaveLength(2);
  });
});

describe('durationMs', () => {
  it.each([['5m', 300_000], ['1h30m', 5_400_000], ['90d', 7_776_000_000], ['1y', 31_536_000_000]])('%s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
  it.each(['', '5x', 'm', '5 m', '-5m'])('%j is none', (text) => {
    expect(durationMs(text)).toBeUndefined();
  });
});

describe('nearest', () => {
  it.each([['prod', 'production'], ['stagng', 'staging'], ['zzz', undefined]])('%s -> %s', (word, expected) => {
    expect(nearest(word, ['dev', 'local', 'production', 'staging'])).toBe(expected);
  });
});

describe('toAppError', () => {
  it.each([['EACCES', 'forbidden'], ['ENOSPC', 'storage'], ['ENOENT', 'notFound'], ['EWHATEVER', 'bug']])('%s is %s', (code, expected) => {
    expect(toAppError(Object.assign(new Error('x'), { code })).code).toBe(expected);
  });
});

describe('sha256', () => {
  it('is the digest of the UTF-8 bytes', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
