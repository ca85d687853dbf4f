import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ProblemsError } from '@bud-o11y/model';
import { systemFault, watchedFileSystem } from '../../fixtures/faulty-file-system.ts';
import { inTemporaryFolder } from '../../fixtures/host.ts';
import { nodeFileSystem } from '../directory/file-system.ts';
import { onFakeApi } from './fixtures/fake-api.ts';
import { assertPinned, readClusterIdentity } from './identity.ts';
import { pinIdentity, readIdentities } from './pin.ts';

const [one, two] = ['0b8a3f4e-9b5e-4c0e-8f57-0a1b2c3d4e5f', '1b8a3f4e-9b5e-4c0e-8f57-0a1b2c3d4e5f'] as const;
const found = { uid: one, version: 'v1.37.2', server: 'https://cluster.test' };

describe('readClusterIdentity', () => {
  it('is the uid of kube-system, by two requests', async () => await onFakeApi(async (api) => {
    expect(await readClusterIdentity(api)).toEqual({ uid: one, version: 'v1.36.0', server: api.server });
    expect(api.counts.requests).toBe(2);
  }, { identity: one, version: 'v1.36.0' }));

  it('refuses a server that drops unknown fields', async () => await onFakeApi(async (api) => {
    await expect(readClusterIdentity(api)).rejects.toMatchObject({ code: 'unsupported', message: expect.stringContaining('v1.24.9') });
  }, { version: 'v1.24.9' }));
});

describe('assertPinned', () => {
  it('lets the pinned cluster pass', () => {
    assertPinned('dev', { dev: one }, found, { file: 'pins.json', pin: 'npx bud-o11y pin -e dev' });
  });

  it.each([
    ['row 41: another cluster', { dev: two }, `is not the cluster of dev: that is ${two}, this is ${one}`],
    ['the cluster of another environment', { dev: two, staging: one }, 'the cluster of staging'],
    ['no pin yet', { staging: two }, 'dev is not pinned to a cluster yet'],
    ['an environment named like a property of objects', {}, 'constructor is not pinned'],
  ])('refuses %s', (what, identities, message) => {
    expect(() => assertPinned(what.includes('property') ? 'constructor' : 'dev', identities, found, { file: 'pins.json', pin: 'npx bud-o11y pin -e dev' })).toThrow(expect.objectContaining({ code: 'identity', message: expect.stringContaining(message), fix: expect.stringContaining('pin') }));
  });
});

describe('pinIdentity', () => {
  const pins = (text: string, test: (file: string, folder: string) => Promise<void>) => inTemporaryFolder(async (folder) => {
    const file = join(folder, 'identities.json');
    await writeFile(file, text);
    await test(file, folder);
  });

  it('adds one line, in order, and touches nothing when it is there', async () => await pins(`{\n  "production": "${two}"\n}\n`, async (file, folder) => {
    expect(await pinIdentity(nodeFileSystem, file, 'dev', one, '1-a')).toBe('pinned');
    expect(await readFile(file, 'utf8')).toBe(`{\n  "dev": "${one}",\n  "production": "${two}"\n}\n`);
    expect(await readIdentities(nodeFileSystem, file)).toEqual({ dev: one, production: two });
    const silent = watchedFileSystem(({ verb }) => {
      throw new Error(`unexpected ${verb}`);
    });
    expect(await pinIdentity(silent, file, 'dev', one, '1-a')).toBe('unchanged');
    expect(await readdir(folder)).toEqual(['identities.json']);
  }));

  it('makes the file when there is none', async () => await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'identities.json');
    expect(await readIdentities(nodeFileSystem, file)).toEqual({});
    await pinIdentity(nodeFileSystem, file, 'dev', one, '1-a');
    expect(await readIdentities(nodeFileSystem, file)).toEqual({ dev: one });
  }));

  it('does not move an environment by itself', async () => await pins(`{"dev":"${two}"}`, async (file) => {
    await expect(pinIdentity(nodeFileSystem, file, 'dev', one, '1-a')).rejects.toMatchObject({ code: 'identity', message: expect.stringContaining(two) });
    expect(await readFile(file, 'utf8')).toBe(`{"dev":"${two}"}`);
  }));

  it('leaves the old file when the disk is full', async () => await pins('{}', async (file, folder) => {
    const full = watchedFileSystem(({ verb, path }) => {
      if (verb === 'rename') throw systemFault('ENOSPC', path);
    });
    await expect(pinIdentity(full, file, 'dev', one, '1-a')).rejects.toMatchObject({ code: 'storage' });
    expect(await readFile(file, 'utf8')).toBe('{}');
    expect(await readdir(folder)).toEqual(['identities.json']);
  }));

  it('refuses a file that is no list of pins', async () => await pins('{"dev": 1}', async (file) => {
    await expect(pinIdentity(nodeFileSystem, file, 'dev', one, '1-a')).rejects.toBeInstanceOf(ProblemsError);
  }));
});
