import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chartPins } from '@bud-o11y/helm-values';
import { chartCacheFolder } from './cache.ts';
import { chartLockFile, chartLockText, lockedEntry, readChartLock } from './lock.ts';

const digest = 'a'.repeat(64);
const entry = { version: '1.0.0', repository: 'https://charts.test', sha256: digest };

describe('the lock', () => {
  it('reads what it writes, in name order', () => {
    const lock = { b: entry, a: { ...entry, sha256: null } };
    expect(readChartLock(chartLockText(lock), 'lock')).toEqual(lock);
    expect(chartLockText(lock).indexOf('"a"')).toBeLessThan(chartLockText(lock).indexOf('"b"'));
  });

  it.each([
    ['{', 'is no JSON'],
    ['{"schema":2,"charts":{}}', 'no lock of schema 1'],
    ['{"schema":1,"charts":[{}]}', 'no lock of schema 1'],
    ['{"schema":1,"charts":{"a":null}}', 'a is no entry'],
    ['{"schema":1,"charts":{"a":{"version":"1","repository":"r","sha256":"abc"}}}', 'a: sha256 is neither null nor 64 hex digits'],
    ['{"schema":1,"charts":{"a":{"version":"1","repository":"r"}}}', 'a: sha256 is neither'],
  ])('refuses %s', (text, what) => {
    expect(() => readChartLock(text, 'x/charts.lock.json')).toThrow(expect.objectContaining({ code: 'invalid', message: expect.stringContaining(what) }));
  });

  it('says nothing of another version, another repository, or what every object has', () => {
    const chart = { name: 'a', version: '1.0.0', repository: 'https://charts.test' };
    expect(lockedEntry({ a: entry }, chart)).toEqual(entry);
    for (const other of [{ ...chart, version: '1.0.1' }, { ...chart, repository: 'https://other.test' }, { ...chart, name: 'toString' }]) expect(lockedEntry({ a: entry }, other)).toBeUndefined();
  });

  it('of the repository has an entry for every pin', async () => {
    const lock = readChartLock(await readFile(resolve(import.meta.dirname, '../../../..', chartLockFile), 'utf8'), chartLockFile);
    expect(Object.keys(lock).toSorted()).toEqual(Object.values(chartPins).map(({ name }) => name).toSorted());
    expect(Object.values(chartPins).filter((pin) => lockedEntry(lock, pin) === undefined)).toEqual([]);
  });
});

describe('chartCacheFolder', () => {
  it.each([
    [{ XDG_CACHE_HOME: '/c', HOME: '/h' }, '/c/bud-observability/charts'],
    [{ XDG_CACHE_HOME: '', HOME: '/h' }, '/h/.cache/bud-observability/charts'],
    [{ XDG_CACHE_HOME: 'relative', HOME: '/h' }, '/h/.cache/bud-observability/charts'],
  ])('%j', (variables, folder) => {
    expect(chartCacheFolder(variables)).toBe(folder);
  });

  it('is nowhere without either variable', () => {
    expect(chartCacheFolder({})).toBeUndefined();
  });
});
